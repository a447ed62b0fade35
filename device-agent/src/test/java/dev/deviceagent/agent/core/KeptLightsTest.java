package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** When the state of the lights is written to the disk. */
class KeptLightsTest {
  private final Scenario scenario = Scenario.joined();

  private int calls;

  private void light(String state) {
    calls++;
    scenario.hear(
        Heard.nertcTool(
            Heard.call(
                "call_" + calls,
                "ControlDevice",
                Heard.object("device", "light").with("state", state))));
  }

  private int writes() {
    return Collections.frequency(scenario.actuators.log, "keep lights [light]");
  }

  @Test
  void aChangeIsWrittenSomeSecondsLater() {
    light("on");
    scenario.millis(4_999);
    assertEquals(0, writes());
    scenario.millis(1);
    assertEquals(1, writes());
    scenario.millis(3_600_000);
    assertEquals(1, writes());
  }

  @Test
  void manyChangesAreOneWrite() {
    for (int i = 0; i < 50; i++) {
      light(i % 2 == 0 ? "on" : "off");
      scenario.millis(100);
    }
    assertEquals(0, writes());
    scenario.millis(5_000);
    assertEquals(1, writes());
  }

  @Test
  void thereIsAtMostOneWriteAMinute() {
    for (int i = 0; i < 600; i++) {
      light(i % 2 == 0 ? "on" : "off");
      scenario.millis(6_000); // an hour in total
    }
    assertEquals(60, writes(), 1);
  }

  @Test
  void atTheEndTheLastChangeIsWrittenAtOnce() {
    light("on");
    scenario.stop();
    assertEquals(1, writes());
  }

  @Test
  void whatHasNotChangedIsNotWrittenAtTheEnd() {
    scenario.stop();
    assertEquals(0, writes());
  }
}
