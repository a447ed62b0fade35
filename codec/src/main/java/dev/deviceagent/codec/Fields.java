package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read by name and type. A member that does not fit throws a {@link
 * CodecException} with the member's path. A member that is {@code null} counts as absent.
 */
public record Fields(Json.Obj object, String path) {
  /** No valid value reaches 1e400, and exact arithmetic on 1e999999999 never ends. */
  private static final int EXPONENT_CEILING = 400;

  public static Fields of(Json.Obj object) {
    return new Fields(object, "$");
  }

  public boolean has(String name) {
    return find(name) != null;
  }

  public String text(String name) throws CodecException {
    return required(name, optionalText(name));
  }

  public @Nullable String optionalText(String name) throws CodecException {
    return switch (find(name)) {
      case null -> null;
      case Json.Text(var text) -> text;
      default -> throw wrong(name, "a string");
    };
  }

  /**
   * A name or an id. The agent may keep, log or echo it, so its length is limited.
   *
   * @param most maximum number of characters; {@code LIMIT} beyond
   */
  public String word(String name, int most) throws CodecException {
    return required(name, optionalWord(name, most));
  }

  /** As {@link #word}, or null if the member is absent. */
  public @Nullable String optionalWord(String name, int most) throws CodecException {
    var word = optionalText(name);
    if (word != null && word.length() > most) {
      throw new CodecException(Kind.LIMIT, at(name), "is longer than " + most + " characters");
    }
    return word;
  }

  /** A text that nothing depends on: null if the member is absent or not a text. */
  public @Nullable String textIfAny(String name) {
    return find(name) instanceof Json.Text(var text) ? text : null;
  }

  /**
   * The id of a call or a request: text or number, unchanged; null if the member is absent.
   *
   * @throws CodecException {@code LIMIT} if the id is too long to keep and echo
   */
  public @Nullable Json optionalId(String name) throws CodecException {
    return switch (find(name)) {
      case null -> null;
      case Json.Text(var text) when text.length() <= Limits.ID_CHARACTERS -> new Json.Text(text);
      case Json.Num(var literal) when literal.length() <= Limits.NUMBER_CHARACTERS ->
          new Json.Num(literal);
      case Json.Text _, Json.Num _ ->
          throw new CodecException(Kind.LIMIT, at(name), "exceeds the length limit of an id");
      default -> throw wrong(name, "a string or a number");
    };
  }

  public boolean truth(String name) throws CodecException {
    return required(name, optionalTruth(name));
  }

  public @Nullable Boolean optionalTruth(String name) throws CodecException {
    return switch (find(name)) {
      case null -> null;
      case Json.Bool(var truth) -> truth;
      default -> throw wrong(name, "true or false");
    };
  }

  public int integer(String name) throws CodecException {
    return required(name, optionalInteger(name));
  }

  /** A 32-bit whole number. */
  public @Nullable Integer optionalInteger(String name) throws CodecException {
    var number = whole(name);
    if (number == null) {
      return null;
    }
    if (number.bitLength() > 31) {
      throw new CodecException(Kind.RANGE, at(name), "does not fit into 32 bits");
    }
    return number.intValue();
  }

  /**
   * A 32-bit whole number that nothing depends on: {@code otherwise} if it is absent or invalid.
   */
  public int integerOr(String name, int otherwise) {
    try {
      var number = optionalInteger(name);
      return number == null ? otherwise : number;
    } catch (CodecException e) {
      return otherwise;
    }
  }

  /** A 64-bit whole number. */
  public @Nullable Long optionalLong(String name) throws CodecException {
    var number = whole(name);
    if (number == null) {
      return null;
    }
    if (number.bitLength() > 63) {
      throw new CodecException(Kind.RANGE, at(name), "does not fit into 64 bits");
    }
    return number.longValue();
  }

  public Fields object(String name) throws CodecException {
    return required(name, optionalObject(name));
  }

  public @Nullable Fields optionalObject(String name) throws CodecException {
    return switch (find(name)) {
      case null -> null;
      case Json.Obj object -> new Fields(object, at(name));
      default -> throw wrong(name, "an object");
    };
  }

  /** The object in a member; an empty one if the member is absent or not an object. */
  public Fields objectOrEmpty(String name) {
    var object = find(name) instanceof Json.Obj given ? given : Json.object();
    return new Fields(object, at(name));
  }

  public List<Json> array(String name) throws CodecException {
    return switch (find(name)) {
      case null -> throw missing(name);
      case Json.Arr(var items) -> items;
      default -> throw wrong(name, "an array");
    };
  }

  /**
   * The elements of an array.
   *
   * @param most maximum number of elements; {@code LIMIT} beyond
   */
  public List<Json> array(String name, int most) throws CodecException {
    var items = array(name);
    if (items.size() > most) {
      throw new CodecException(
          Kind.LIMIT, at(name), "has " + items.size() + " elements; the limit is " + most);
    }
    return items;
  }

  /** The elements of an array of objects. */
  public List<Fields> objects(String name) throws CodecException {
    return objects(name, Limits.VALUES);
  }

  /**
   * As {@link #objects(String)}.
   *
   * @param most maximum number of elements; {@code LIMIT} beyond
   */
  public List<Fields> objects(String name, int most) throws CodecException {
    var objects = new ArrayList<Fields>();
    for (var item : array(name, most)) {
      var at = at(name) + "[" + objects.size() + "]";
      if (!(item instanceof Json.Obj object)) {
        throw new CodecException(Kind.TYPE, at, "must be an object");
      }
      objects.add(new Fields(object, at));
    }
    return objects;
  }

  /** The value of a member; null if the member is absent or JSON null. */
  public @Nullable Json find(String name) {
    var value = object.get(name);
    return value instanceof Json.Null ? null : value;
  }

  public String at(String name) {
    return path + "." + name;
  }

  public CodecException missing(String name) {
    return new CodecException(Kind.MISSING, at(name), "is missing");
  }

  private CodecException wrong(String name, String wanted) {
    return new CodecException(Kind.TYPE, at(name), "must be " + wanted);
  }

  private <T> T required(String name, @Nullable T value) throws CodecException {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** 80 and 80.0 are whole, 80.5 is not, "80" is a string. */
  private @Nullable BigInteger whole(String name) throws CodecException {
    var number = optionalNumber(name);
    try {
      return number == null ? null : number.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new CodecException(Kind.RANGE, at(name), "must be a whole number");
    }
  }

  /**
   * An exact number, whole or not.
   *
   * @throws CodecException {@code LIMIT} if it has too many digits or too large an exponent
   */
  public @Nullable BigDecimal optionalNumber(String name) throws CodecException {
    return switch (find(name)) {
      case null -> null;
      case Json.Num(var literal) -> number(name, literal);
      default -> throw wrong(name, "a number");
    };
  }

  private BigDecimal number(String name, String literal) throws CodecException {
    if (literal.length() > Limits.NUMBER_CHARACTERS) {
      throw new CodecException(
          Kind.LIMIT, at(name), "has more than " + Limits.NUMBER_CHARACTERS + " digits");
    }
    int e = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (e >= 0) {
      var exponent = literal.substring(e + 1).replace("+", "");
      if (exponent.length() > 5 || Math.abs(Integer.parseInt(exponent)) > EXPONENT_CEILING) {
        throw new CodecException(Kind.LIMIT, at(name), "has an exponent out of range: " + exponent);
      }
    }
    return new BigDecimal(literal);
  }
}
