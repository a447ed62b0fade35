package dev.deviceagent.agent.runtime;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Notifies systemd that the process works. The core's loop calls it, so a loop that hangs sends no
 * notification. It also sends none while another thread exceeds its heartbeat's limit. If it is not
 * notified in time, systemd kills and restarts the process. Core thread only.
 */
public final class Watchdog {
  private final long everyNanos;
  private final List<Heartbeat> heartbeats;
  private final BooleanSupplier feeding;
  private final Set<String> stuck = new HashSet<>();
  private @Nullable Long nextAt;

  /**
   * @param period the longest time between two notifications; null if no watchdog is set, and then
   *     no deadline is set
   * @param feeding sends a notification; returns false if that fails, and is then repeated after a
   *     thirtieth of the period
   */
  public Watchdog(@Nullable Duration period, List<Heartbeat> heartbeats, BooleanSupplier feeding) {
    this.everyNanos = period == null ? Long.MAX_VALUE : period.toNanos() / 3;
    this.heartbeats = heartbeats;
    this.feeding = feeding;
  }

  /** Sends a notification if it is due and no thread hangs. */
  void tick(long now) {
    if (everyNanos == Long.MAX_VALUE || (nextAt != null && now - nextAt < 0)) {
      return;
    }
    boolean isWell = true;
    for (var heartbeat : heartbeats) {
      boolean isStuck = heartbeat.isStuck(now);
      isWell &= !isStuck;
      tell(heartbeat, isStuck);
    }
    boolean isDropped = isWell && !feeding.getAsBoolean();
    nextAt = now + (isDropped ? everyNanos / 10 : everyNanos);
  }

  private void tell(Heartbeat heartbeat, boolean isStuck) {
    if (isStuck && stuck.add(heartbeat.name())) {
      Logger.error(
          "{} has hung for more than {} s; until it responds, systemd is not notified",
          heartbeat.name(),
          heartbeat.patience().toSeconds());
    } else if (!isStuck && stuck.remove(heartbeat.name())) {
      Logger.warn("{} responds again", heartbeat.name());
    }
  }

  /** When {@link #tick} is next needed; {@code Long.MAX_VALUE} for never. */
  long deadlineNanos() {
    return nextAt == null ? everyNanos : nextAt;
  }
}
