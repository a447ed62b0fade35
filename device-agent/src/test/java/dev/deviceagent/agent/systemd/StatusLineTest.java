package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the status text is sent. */
class StatusLineTest {
  private final List<String> told = new ArrayList<>();
  private final StatusLine line = new StatusLine(new Notifier(told::add, null));

  private static ViewState idle(String emotion) {
    return ViewState.in(State.IDLE).emotion(emotion).build();
  }

  @Test
  void viewStatesWithTheSameTextAreSentOnce() {
    line.show(idle("happy"));
    line.show(idle("sad"));
    assertEquals(List.of("STATUS=idle; microphone shut"), told);
  }

  @Test
  void aTextThatReturnsIsSentAgain() {
    line.show(idle("happy"));
    line.show(ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build());
    line.show(idle("happy"));
    assertEquals(
        List.of(
            "STATUS=idle; microphone shut",
            "STATUS=listening; microphone open",
            "STATUS=idle; microphone shut"),
        told);
  }
}
