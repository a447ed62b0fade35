package dev.deviceagent.agent;

import dev.deviceagent.agent.lights.Easel;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a thread must always come to the end of.
 *
 * @param name for the log
 * @param busySince when it began with what it does now, on the clock of {@link System#nanoTime()};
 *     {@link #IDLE} while it waits for something to do. For any thread.
 * @param patience how long it may take for one thing
 */
record Duty(String name, LongSupplier busySince, Duration patience) {
  /** The time of a thread that has nothing to do. */
  static final long IDLE = Easel.IDLE;

  boolean isStuck(long now) {
    long since = busySince.getAsLong();
    return since != IDLE && now - since > patience.toNanos();
  }
}
