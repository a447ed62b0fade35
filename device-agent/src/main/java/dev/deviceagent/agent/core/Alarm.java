package dev.deviceagent.agent.core;

import java.time.Duration;

/** An optional deadline. */
final class Alarm {
  static final long NEVER = Long.MAX_VALUE;

  private long atNanos = NEVER;

  void set(long nowNanos, Duration later) {
    atNanos = nowNanos + later.toNanos();
  }

  void clear() {
    atNanos = NEVER;
  }

  boolean isSet() {
    return atNanos != NEVER;
  }

  /** Whether the deadline has passed. Returns true once, and clears the deadline. */
  boolean rings(long nowNanos) {
    if (atNanos == NEVER || nowNanos < atNanos) {
      return false;
    }
    clear();
    return true;
  }

  long atNanos() {
    return atNanos;
  }
}
