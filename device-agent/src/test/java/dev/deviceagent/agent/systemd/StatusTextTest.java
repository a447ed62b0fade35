package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import org.junit.jupiter.api.Test;

/** The status that systemd shows. */
class StatusTextTest {
  @Test
  void theWordsSayWhyItIsOfflineAndWhoHears() {
    assertEquals(
        "offline: no bridge is connected; microphone shut",
        StatusText.words(
            new ViewState(State.OFFLINE, false, false, false, false, null, null, null)));
    assertEquals(
        "listening; microphone open",
        StatusText.words(
            new ViewState(State.LISTENING, true, false, true, false, null, null, null)));
    assertEquals(
        "idle; microphone shut, muted by its owner",
        StatusText.words(new ViewState(State.IDLE, false, true, false, false, null, null, null)));
  }
}
