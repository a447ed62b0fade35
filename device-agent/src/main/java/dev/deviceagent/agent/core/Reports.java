package dev.deviceagent.agent.core;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
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
  private @Nullable ViewState shown;
  private @Nullable ViewState reported;
  private State logged = State.STARTING;

  Reports(Actuators actuators) {
    this.actuators = actuators;
  }

  /** Called after every input with the current view state. */
  void tick(ViewState view, long now) {
    if (!view.equals(shown)) {
      shown = view;
      actuators.show(view);
    }
    paced.rings(now);
    if (!paced.isSet() && !view.equals(reported)) {
      report(view);
      paced.set(now, PACE);
    }
  }

  private void report(ViewState view) {
    if (logged != view.state()) {
      Logger.info("{} -> {}", logged.word(), view.state().word());
      logged = view.state();
    }
    reported = view;
    actuators.report(view);
  }

  long deadlineNanos() {
    return shown == null || shown.equals(reported) ? Alarm.NEVER : paced.atNanos();
  }
}
