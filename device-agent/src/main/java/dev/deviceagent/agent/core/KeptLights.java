package dev.deviceagent.agent.core;

import dev.deviceagent.hal.Light;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the owner's lights kept over a restart, some seconds after the last change and at most once a
 * minute: each write wears the memory card out a little.
 */
final class KeptLights {
  static final Duration AFTER_CHANGE = Duration.ofSeconds(5);
  static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

  private final Hands hands;
  private final Alarm write = new Alarm();
  private final Alarm pause = new Alarm();
  private @Nullable Map<String, Light.State> changed;

  KeptLights(Hands hands) {
    this.hands = hands;
  }

  /** The lights were made to be like this. */
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

  /** The agent ends: what has changed is kept now. */
  void stop(long now) {
    write.clear();
    write(now);
  }

  private void write(long now) {
    if (changed != null) {
      hands.keepLights(changed);
      changed = null;
      pause.set(now, BETWEEN_WRITES);
    }
  }

  long deadlineNanos() {
    return Math.min(write.atNanos(), pause.atNanos());
  }
}
