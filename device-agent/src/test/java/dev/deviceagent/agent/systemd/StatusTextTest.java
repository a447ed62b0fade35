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
        StatusText.words(ViewState.of(State.OFFLINE)));
    assertEquals(
        "listening; microphone open",
        StatusText.words(ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build()));
    assertEquals(
        "idle; microphone shut, muted by its owner",
        StatusText.words(ViewState.in(State.IDLE).muted(true).build()));
  }
}
