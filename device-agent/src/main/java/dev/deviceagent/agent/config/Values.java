package dev.deviceagent.agent.config;

import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * Parses the text of a value. Each parser throws {@link IllegalArgumentException} with the problem,
 * to be appended to the key.
 */
final class Values {
  private Values() {}

  static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be empty");
    }
    return text;
  }

  static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  static Function<String, String> oneOf(Collection<String> words) {
    return text -> {
      if (!words.contains(text)) {
        throw new IllegalArgumentException(
            "'" + text + "' is not allowed here" + Nearest.hint(text, words));
      }
      return text;
    };
  }

  static Function<String, Integer> integer(int least, int most) {
    return text -> {
      if (!text.matches("\\d{1,6}")) {
        throw new IllegalArgumentException("must be a whole number");
      }
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException("must be from " + least + " to " + most);
      }
      return number;
    };
  }

  /** {@code 40%}. */
  static Function<String, Integer> percent(int least, int most) {
    return quantity(least, most, "%", 1);
  }

  /** {@code 800kHz}, {@code 8MHz}, as hertz. */
  static Function<String, Integer> hertz(int least, int most) {
    return quantity(least, most, "MHz", 1_000_000, "kHz", 1000, "Hz", 1);
  }

  /** {@code 20mA}, {@code 1.5A}, as milliamperes. */
  static Function<String, Integer> milliamps(int least, int most) {
    return quantity(least, most, "mA", 1, "A", 1000);
  }

  /** {@code 3.7V}, as millivolts. */
  static Function<String, Integer> millivolts(int least, int most) {
    return quantity(least, most, "mV", 1, "V", 1000);
  }

  /**
   * Parses a number and its unit.
   *
   * @param units each unit and its value in the smallest unit, alternating
   */
  private static Function<String, Integer> quantity(int least, int most, Object... units) {
    var worth = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < units.length; i += 2) {
      worth.put((String) units[i], (Integer) units[i + 1]);
    }
    var smallest = worth.entrySet().stream().filter(unit -> unit.getValue() == 1).findFirst();
    var unit = smallest.orElseThrow().getKey();
    return text -> {
      int amount = Units.quantity(text, worth);
      if (amount < least || amount > most) {
        throw new IllegalArgumentException("must be from " + least + unit + " to " + most + unit);
      }
      return amount;
    };
  }

  /** A chip's address on its bus, {@code 0x36}. */
  static int address(String text) {
    if (!text.matches("0x[0-7][0-9a-fA-F]")) {
      throw new IllegalArgumentException("must be an address from 0x00 to 0x7f");
    }
    return Integer.parseInt(text.substring(2), 16);
  }

  /** {@code 500ms}, {@code 60s}, {@code 5min}, {@code 1h}. */
  static Function<String, Duration> duration(Duration least, Duration most) {
    return text -> {
      var time = Units.duration(text);
      if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
        throw new IllegalArgumentException(
            "must be from " + Units.write(least) + " to " + Units.write(most));
      }
      return time;
    };
  }

  /** {@code 64KiB}, {@code 1000B}. */
  static Function<String, Integer> bytes(int least, int most) {
    return text -> {
      int size = Units.bytes(text);
      if (size < least || size > most) {
        throw new IllegalArgumentException("must be from " + least + "B to " + most + "B");
      }
      return size;
    };
  }

  /** A path; a relative one starts from the given directory. */
  static Function<String, Path> path(Path directory) {
    return text -> {
      try {
        return directory.resolve(text(text)).normalize();
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("is not a path", e);
      }
    };
  }

  /** A theme, which is also read and checked. */
  static Function<String, Theme> theme(Path directory) {
    return text -> {
      try {
        return ThemeReader.read(text, directory);
      } catch (ConfigException e) {
        throw new IllegalArgumentException(String.join("; ", e.lines()), e);
      }
    };
  }

  /** A board: one of the names, or the path of a profile, which is also read and checked. */
  static Function<String, String> board(Collection<String> names, Path directory) {
    return text -> {
      if (BoardReader.isPath(text)) {
        try {
          BoardReader.read(text, directory);
        } catch (ConfigException e) {
          throw new IllegalArgumentException(String.join("; ", e.lines()), e);
        }
      } else if (!names.contains(text)) {
        throw new IllegalArgumentException(
            "there is no board '" + text + "'" + Nearest.hint(text, names));
      }
      return text;
    };
  }
}
