package dev.deviceagent.agent.core;

import dev.deviceagent.agent.view.Look;
import dev.deviceagent.agent.view.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Shows each new view state immediately. Reports the newest to the log and the service manager at
 * most five times a second, however fast the states change.
 */
final class Reports {
  private static final Duration PACE = Duration.ofMillis(200);

  private final Actuators actuators;
  private final Alarm paced = new Alarm();
  private @Nullable Look shown;
  private @Nullable Look reported;
  private State logged = State.STARTING;

  Reports(Actuators actuators) {
    this.actuators = actuators;
  }

  /** Called after every input with the current view state. */
  void tick(Look look, long now) {
    if (!look.equals(shown)) {
      shown = look;
      actuators.show(look);
    }
    paced.rings(now);
    if (!paced.isSet() && !look.equals(reported)) {
      report(look);
      paced.set(now, PACE);
    }
  }

  private void report(Look look) {
    if (logged != look.state()) {
      Logger.info("{} -> {}", logged.word(), look.state().word());
      logged = look.state();
    }
    reported = look;
    actuators.report(look);
  }

  long deadlineNanos() {
    return shown == null || shown.equals(reported) ? Alarm.NEVER : paced.atNanos();
  }
}
