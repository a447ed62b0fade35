package dev.deviceagent.agent.alarms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cron expression: {@code [seconds] minutes hours day-of-month month day-of-week}. With five
 * fields, the first is the minutes. A field is {@code *}, {@code ?}, a number, a name ({@code MON},
 * {@code JAN}), a range, a list, or one of these with a step ({@code 9-17/2}). Sunday is 0 or 7. A
 * day must match both its fields, as in ccronexpr, which NERTC's firmware uses.
 */
public final class Cron {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /** A leap day on a given weekday occurs within 40 years; 8 years are enough for other days. */
  private static final int YEARS_SEARCHED = 8;

  private final BitSet seconds;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;

  private Cron(List<String> fields) {
    seconds = field(fields.get(0), 0, 59, List.of(), 0);
    minutes = field(fields.get(1), 0, 59, List.of(), 0);
    hours = field(fields.get(2), 0, 23, List.of(), 0);
    days = field(fields.get(3), 1, 31, List.of(), 0);
    months = field(fields.get(4), 1, 12, MONTHS, 1);
    weekdays = field(fields.get(5), 0, 7, DAYS, 0);
    if (weekdays.get(7)) {
      weekdays.set(0);
    }
  }

  /**
   * Parses an expression.
   *
   * @return empty if it is invalid
   */
  public static Optional<Cron> parse(String expression) {
    var fields = List.of(expression.strip().toUpperCase(Locale.ROOT).split("\\s+"));
    try {
      return switch (fields.size()) {
        case 5 -> {
          var withSeconds = new ArrayList<>(fields);
          withSeconds.addFirst("0");
          yield Optional.of(new Cron(withSeconds));
        }
        case 6 -> Optional.of(new Cron(fields));
        default -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BitSet field(String text, int least, int most, List<String> names, int first) {
    var bits = new BitSet(most + 1);
    for (var part : text.split(",", -1)) {
      int slash = part.indexOf('/');
      var range = slash < 0 ? part : part.substring(0, slash);
      int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
      int from = least;
      int to = most;
      if (!range.equals("*") && !range.equals("?")) {
        var ends = range.split("-", -1);
        from = number(ends[0], names, first);
        to = ends.length > 1 ? number(ends[1], names, first) : slash < 0 ? from : most;
      }
      if (from < least || to > most || from > to || step < 1 || range.split("-", -1).length > 2) {
        throw new DateTimeException("out of range: " + part);
      }
      for (int i = from; i <= to; i += step) {
        bits.set(i);
      }
    }
    return bits;
  }

  private static int number(String text, List<String> names, int first) {
    int name = names.indexOf(text);
    return name >= 0 ? name + first : Integer.parseInt(text);
  }

  /** The next time after the given one, in its zone; empty if there is none within 8 years. */
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    var from = after.toLocalDateTime().plusSeconds(1).withNano(0);
    var last = from.toLocalDate().plusYears(YEARS_SEARCHED);
    for (var day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
      if (fits(day)) {
        var earliest = day.equals(from.toLocalDate()) ? from : day.atStartOfDay();
        var time = timeOfDay(earliest);
        // A time that daylight saving skips is later by the gap; one that it repeats counts once.
        if (time.isPresent() && time.get().atZone(after.getZone()).isAfter(after)) {
          return Optional.of(time.get().atZone(after.getZone()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(LocalDate day) {
    return months.get(day.getMonthValue())
        && days.get(day.getDayOfMonth())
        && weekdays.get(day.getDayOfWeek().getValue() % 7);
  }

  private Optional<LocalDateTime> timeOfDay(LocalDateTime from) {
    for (int hour = hours.nextSetBit(from.getHour());
        hour >= 0;
        hour = hours.nextSetBit(hour + 1)) {
      boolean isFirstHour = hour == from.getHour();
      for (int minute = minutes.nextSetBit(isFirstHour ? from.getMinute() : 0);
          minute >= 0;
          minute = minutes.nextSetBit(minute + 1)) {
        boolean isFirstMinute = isFirstHour && minute == from.getMinute();
        int second = seconds.nextSetBit(isFirstMinute ? from.getSecond() : 0);
        if (second >= 0) {
          return Optional.of(from.toLocalDate().atTime(hour, minute, second));
        }
      }
    }
    return Optional.empty();
  }
}
