package dev.deviceagent.agent.runtime;

import dev.deviceagent.agent.lights.RenderLoop;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The heartbeat of a thread: the watchdog checks that each job ends in time.
 *
 * @param name for the log
 * @param busySince start of the current job, on the clock of {@link System#nanoTime()}; {@link
 *     #IDLE} while the thread waits for work. Thread-safe.
 * @param patience the longest time that one job may take
 */
public record Heartbeat(String name, LongSupplier busySince, Duration patience) {
  /** The start time of a thread that has nothing to do. */
  static final long IDLE = RenderLoop.IDLE;

  public boolean isStuck(long now) {
    long since = busySince.getAsLong();
    return since != IDLE && now - since > patience.toNanos();
  }
}
