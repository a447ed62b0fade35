package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How bright the light is at what time of day.
 *
 * @param brightnessPercent by day
 * @param from when the quiet hours begin; null where there are none
 * @param until when they end, perhaps the next day
 */
public record QuietHours(
    int brightnessPercent, @Nullable LocalTime from, @Nullable LocalTime until, int quietPercent) {

  /** The same at all times. */
  public static QuietHours none(int brightnessPercent) {
    return new QuietHours(brightnessPercent, null, null, brightnessPercent);
  }

  /** Percent. */
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

  /** How long it stays as it is if nobody sets the clock; null for ever. */
  public @Nullable Duration untilChange(LocalDateTime now) {
    if (from == null || until == null) {
      return null;
    }
    var next = isQuiet(now.toLocalTime()) ? until : from;
    var at = now.toLocalDate().atTime(next);
    return Duration.between(now, at.isAfter(now) ? at : at.plusDays(1));
  }
}
