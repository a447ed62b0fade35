package dev.deviceagent.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Messages are small, and their members may come in any order (for example, the type
 * after the data). {@link JsonReader} therefore reads a whole message before it is examined.
 */
public sealed interface Json {
  /** The only null value. */
  Json NULL = new Null();

  /** An object. Members keep the order of the text. */
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

    /** This object with one more member, which replaces a member of the same name. */
    public Obj with(String name, @Nullable Object value) {
      var grown = new LinkedHashMap<>(members);
      grown.put(name, of(value));
      return new Obj(grown);
    }

    /** As {@link #with}, or this object unchanged if the value is null. */
    public Obj withOptional(String name, @Nullable Object value) {
      return value == null ? this : with(name, value);
    }

    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /** A string. It never contains an unpaired surrogate: the reader replaces each with U+FFFD. */
  record Text(String value) implements Json {
    @Override
    public String toString() {
      return JsonWriter.text(this);
    }
  }

  /**
   * A number in its original digits, so that no precision is lost. Its length is not limited here;
   * {@link Fields} gives its value.
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

  /** An empty object. {@link Obj#with} adds members. */
  static Obj object() {
    return new Obj(new LinkedHashMap<>());
  }

  /** An array of values that {@link #of} accepts. */
  static Arr array(List<?> items) {
    return new Arr(items.stream().map(Json::of).toList());
  }

  /**
   * Converts a Java value to JSON: null, Json, CharSequence, Boolean, whole Number, List or Map of
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
      default -> throw new IllegalArgumentException("cannot convert to JSON: " + value.getClass());
    };
  }
}
