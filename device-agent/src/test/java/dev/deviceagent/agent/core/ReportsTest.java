package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the log and systemd receive for states that change very fast. */
class ReportsTest {
  private final Scenario scenario = Scenario.joined();

  private long reports() {
    return scenario.actuators.log.stream().filter(line -> line.startsWith("report ")).count();
  }

  private String last() {
    return scenario.actuators.log.stream()
        .filter(line -> line.startsWith("report "))
        .reduce("none", (_, last) -> last);
  }

  @Test
  void manyChangesASecondAreFiveReports() {
    scenario.millis(1_000);
    long before = reports();
    for (int i = 0; i < 10_000; i++) {
      scenario.hear(i % 2 == 0 ? Heard.SPEECH_STARTED : Heard.SPEECH_STOPPED);
      if (i % 10 == 9) {
        scenario.millis(1);
      }
    }
    long told = reports() - before;
    assertTrue(told >= 4 && told <= 6, told + " reports in a second");
  }

  @Test
  void theLastStateIsReportedInTheEnd() {
    for (int i = 0; i < 10; i++) {
      scenario.hear(i % 2 == 0 ? Heard.SPEECH_STARTED : Heard.SPEECH_STOPPED);
    }
    scenario.hear(Heard.SPEECH_STARTED);
    scenario.millis(200);
    assertEquals("report speaking", last());
  }

  @Test
  void aChangeAfterAPauseIsReportedAtOnce() {
    scenario.millis(10_000);
    scenario.hear(Heard.SPEECH_STARTED);
    assertEquals("report speaking", last());
  }
}
