package dev.deviceagent.agent;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Fed by the loop itself, so that a loop that hangs feeds it no more; and only while every duty
 * comes to its ends, so that neither does one thread that hangs go on unseen. Who is not fed ends
 * the process, and starts it anew. For the core's thread only.
 */
final class Watchdog {
  private final long everyNanos;
  private final List<Duty> duties;
  private final BooleanSupplier feeding;
  private final Set<String> stuck = new HashSet<>();
  private @Nullable Long nextAt;

  /**
   * @param period within which it must be fed; null where nobody watches, and nothing wakes
   * @param feeding false where that did not work; it is repeated after a thirtieth of the period
   */
  Watchdog(@Nullable Duration period, List<Duty> duties, BooleanSupplier feeding) {
    this.everyNanos = period == null ? Long.MAX_VALUE : period.toNanos() / 3;
    this.duties = duties;
    this.feeding = feeding;
  }

  /** Feeds it, if it is time and all is well. */
  void tick(long now) {
    if (everyNanos == Long.MAX_VALUE || (nextAt != null && now - nextAt < 0)) {
      return;
    }
    boolean isWell = true;
    for (var duty : duties) {
      boolean isStuck = duty.isStuck(now);
      isWell &= !isStuck;
      tell(duty, isStuck);
    }
    boolean isDropped = isWell && !feeding.getAsBoolean();
    nextAt = now + (isDropped ? everyNanos / 10 : everyNanos);
  }

  private void tell(Duty duty, boolean isStuck) {
    if (isStuck && stuck.add(duty.name())) {
      Logger.error(
          "{} has hung for more than {} s; the watchdog is not fed until it goes on",
          duty.name(),
          duty.patience().toSeconds());
    } else if (!isStuck && stuck.remove(duty.name())) {
      Logger.warn("{} goes on", duty.name());
    }
  }

  /** When {@link #tick} is next needed; {@code Long.MAX_VALUE} for never. */
  long deadlineNanos() {
    return nextAt == null ? everyNanos : nextAt;
  }
}
