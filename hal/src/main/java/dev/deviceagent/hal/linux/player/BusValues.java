package dev.deviceagent.hal.linux.player;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A received {@code a{sv}}: values by name. A value of an unexpected type counts as missing,
 * because programs differ in the types they send.
 */
record BusValues(Map<String, Object> values) {
  private static final Pattern PATH_CHARACTERS = Pattern.compile("[/A-Za-z0-9_]+");

  static final BusValues NONE = new BusValues(Map.of());

  BusValues {
    values = Map.copyOf(values);
  }

  /** Converts what was received to values; empty if it is not such a map. */
  static BusValues of(@Nullable Object received) {
    if (!(plain(received) instanceof Map<?, ?> map)) {
      return NONE;
    }
    var values = new HashMap<String, Object>();
    map.forEach((name, value) -> {
      var known = plain(value);
      if (known != null) {
        values.put(String.valueOf(plain(name)), known);
      }
    });
    return new BusValues(values);
  }

  /** Converts what was received to texts; empty if it is not a list. A path is a text. */
  static List<String> texts(@Nullable Object received) {
    return elements(received)
        .map(BusValues::plain)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** Converts what was received to maps; empty if it is not a list. */
  static List<BusValues> maps(@Nullable Object received) {
    return elements(received).map(BusValues::of).toList();
  }

  private static Stream<?> elements(@Nullable Object received) {
    return switch (plain(received)) {
      case List<?> list -> list.stream();
      case Object[] array -> Arrays.stream(array);
      case null, default -> Stream.of();
    };
  }

  private static @Nullable Object plain(@Nullable Object received) {
    return switch (received) {
      case Variant<?> variant -> plain(variant.getValue());
      case DBusPath path -> path.getPath();
      case null, default -> received;
    };
  }

  /** Null if it is missing or blank. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text && !text.isBlank() ? text : null;
  }

  List<String> list(String name) {
    return texts(values.get(name));
  }

  /** Null if it is unknown. */
  @Nullable Boolean flag(String name) {
    return values.get(name) instanceof Boolean flag ? flag : null;
  }

  /** Null if it is unknown or not finite. */
  @Nullable Double number(String name) {
    return values.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
        ? Double.valueOf(number.doubleValue())
        : null;
  }

  /**
   * Null if it is missing or must not be sent: the bus disconnects a program that sends an invalid
   * object path (D-Bus specification, "Valid Object Paths").
   */
  @Nullable String path(String name) {
    var text = text(name);
    return text != null && isPath(text) ? text : null;
  }

  static boolean isPath(String text) {
    return text.startsWith("/")
        && PATH_CHARACTERS.matcher(text).matches()
        && (text.equals("/") || !text.endsWith("/"))
        && !text.contains("//");
  }

  BusValues map(String name) {
    return of(values.get(name));
  }
}
