package dev.deviceagent.agent.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses values as a configuration writes them: a number and its unit. */
final class Units {
  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|min|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(B|KiB)");

  private Units() {}

  /** {@code 500ms}, {@code 1.5s}, {@code 5min} or {@code 5m}, {@code 1h}. */
  static Duration duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration; write a number and ms, s, min or h, such as 500ms");
    }
    long unitMillis =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m", "min" -> 60_000;
          default -> 3_600_000;
        };
    var number = new BigDecimal(matcher.group(1));
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(unitMillis)).longValue());
  }

  /** A part of each day, possibly over midnight. */
  record Hours(LocalTime from, LocalTime until) {}

  /** {@code 22:00-07:00}; {@code none} is null. */
  static @Nullable Hours hours(String text) {
    if (text.equals("none")) {
      return null;
    }
    var parts = text.split("-", -1);
    try {
      if (parts.length == 2) {
        var hours = new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
        if (!hours.from().equals(hours.until())) {
          return hours;
        }
      }
    } catch (DateTimeParseException e) {
      // reported below
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a period; write its begin and end, such as 22:00-07:00");
  }

  static String write(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  /**
   * Parses a number and its unit as a whole number of the smallest unit.
   *
   * @param units the value of each; the error names all of them
   */
  static int quantity(String text, SequencedMap<String, Integer> units) {
    for (var unit : units.entrySet()) {
      var number =
          text.endsWith(unit.getKey())
              ? text.substring(0, text.length() - unit.getKey().length())
              : "";
      if (number.matches("\\d{1,9}(\\.\\d{1,3})?")) {
        var all = new BigDecimal(number).multiply(BigDecimal.valueOf(unit.getValue()));
        return all.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
      }
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is not allowed here; write a number and "
            + String.join(" or ", units.keySet()));
  }

  /** {@code 64KiB}, {@code 1000B}. */
  static int bytes(String text) {
    var matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size; write a number and B or KiB, such as 64KiB");
    }
    return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("B") ? 1 : 1024);
  }
}
