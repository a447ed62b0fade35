package dev.deviceagent.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Messages are small and their members come in any order (the type after the data,
 * say), so they are read whole, by {@link JsonReader}, and looked at afterwards.
 */
public sealed interface Json {
  /** The one null. */
  Json NULL = new Null();

  /** Members in the order they were written. */
  record Obj(SequencedMap<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableSequencedMap(members);
    }

    public @Nullable Json get(String name) {
      return members.get(name);
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    /** This object and one more member, replacing one of that name. */
    public Obj with(String name, @Nullable Object value) {
      var grown = new LinkedHashMap<>(members);
      grown.put(name, of(value));
      return new Obj(grown);
    }

    /** This object and one more member; unchanged where the value is null. */
    public Obj withOptional(String name, @Nullable Object value) {
      return value == null ? this : with(name, value);
    }

    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /** Values in order. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /** A string. Never holds half a surrogate pair: the reader puts U+FFFD in its place. */
  record Text(String value) implements Json {
    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /**
   * A number as it was written, so that no digit is lost. It may have any length; {@link Fields}
   * gives its value.
   */
  record Num(String literal) implements Json {
    @Override
    public String toString() {
      return literal;
    }
  }

  /** true or false. */
  record Bool(boolean value) implements Json {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** null. */
  record Null() implements Json {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** An object of no members, to be grown by {@link Obj#with}. */
  static Obj object() {
    return new Obj(new LinkedHashMap<>());
  }

  /** An array of anything {@link #of} takes. */
  static Arr array(List<?> items) {
    return new Arr(items.stream().map(Json::of).toList());
  }

  /**
   * The JSON of a Java value: null, Json, CharSequence, Boolean, whole Number, List or Map of
   * these.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Json of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Json json -> json;
      case CharSequence text -> new Text(text.toString());
      case Boolean truth -> new Bool(truth);
      case Number number -> new Num(number.toString());
      case List<?> list -> array(list);
      case Map<?, ?> map -> {
        var members = new LinkedHashMap<String, Json>();
        map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
        yield new Obj(members);
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }
}
