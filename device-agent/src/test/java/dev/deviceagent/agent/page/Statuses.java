package dev.deviceagent.agent.page;

import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.util.LinkedHashMap;

/** Statuses for tests that have no core. */
public final class Statuses {
  private Statuses() {}

  /** A status with this state; most other values are unknown. */
  public static Status of(State state) {
    return new Status(
        state,
        new Status.Link("bridge", false, null, null),
        new Status.PushToTalk(true, false),
        new Status.Microphone(null, false),
        null,
        new Player.Playback(Player.Mode.STOPPED, null),
        new LinkedHashMap<>(),
        new Battery.Charge(null, null),
        new Power.Supply(false, null),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        null,
        null,
        new Status.Counts(0, 0, 0, 0, 0));
  }
}
