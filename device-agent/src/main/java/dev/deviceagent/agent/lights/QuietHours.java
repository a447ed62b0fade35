package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The brightness of the light by time of day, in percent.
 *
 * @param brightnessPercent by day
 * @param from the start of the quiet hours; null if there are none
 * @param until their end, which may be on the next day
 */
public record QuietHours(
    int brightnessPercent, @Nullable LocalTime from, @Nullable LocalTime until, int quietPercent) {

  /** The same brightness at all times. */
  public static QuietHours none(int brightnessPercent) {
    return new QuietHours(brightnessPercent, null, null, brightnessPercent);
  }

  /** The brightness at a time, in percent. */
  public int brightness(LocalTime now) {
    return isQuiet(now) ? quietPercent : brightnessPercent;
  }

  private boolean isQuiet(LocalTime now) {
    if (from == null || until == null) {
      return false;
    }
    return from.isBefore(until)
        ? !now.isBefore(from) && now.isBefore(until)
        : !now.isBefore(from) || now.isBefore(until);
  }

  /** The time until the brightness changes, unless the clock is set; null if it never changes. */
  public @Nullable Duration untilChange(LocalDateTime now) {
    if (from == null || until == null) {
      return null;
    }
    var next = isQuiet(now.toLocalTime()) ? until : from;
    var at = now.toLocalDate().atTime(next);
    return Duration.between(now, at.isAfter(now) ? at : at.plusDays(1));
  }
}
