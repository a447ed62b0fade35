package dev.deviceagent.agent.core;

import dev.deviceagent.hal.Light;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores the state of the owner's lights some seconds after the last change, and at most once a
 * minute, because each write wears the memory card.
 */
final class KeptLights {
  static final Duration AFTER_CHANGE = Duration.ofSeconds(5);
  static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

  private final Actuators actuators;
  private final Alarm write = new Alarm();
  private final Alarm pause = new Alarm();
  private @Nullable Map<String, Light.State> changed;

  KeptLights(Actuators actuators) {
    this.actuators = actuators;
  }

  /** The lights were set to these states. */
  void changed(Map<String, Light.State> states, long now) {
    changed = states;
    write.set(
        Math.max(now, pause.isSet() ? pause.atNanos() - AFTER_CHANGE.toNanos() : now),
        AFTER_CHANGE);
  }

  void tick(long now) {
    pause.rings(now);
    if (write.rings(now)) {
      write(now);
    }
  }

  /** The agent ends: stores a pending change now. */
  void stop(long now) {
    write.clear();
    write(now);
  }

  private void write(long now) {
    if (changed != null) {
      actuators.keepLights(changed);
      changed = null;
      pause.set(now, BETWEEN_WRITES);
    }
  }

  long deadlineNanos() {
    return Math.min(write.atNanos(), pause.atNanos());
  }
}
