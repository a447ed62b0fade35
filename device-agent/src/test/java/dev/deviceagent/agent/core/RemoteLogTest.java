package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits the log lines that the other side of a link can cause. */
class RemoteLogTest {
  private long now = -5;
  private final List<String> written = new ArrayList<>();
  private final RemoteLog log = new RemoteLog(() -> now, (_, line) -> written.add(line));

  @Test
  void aFloodIsSixtyLinesAndACount() {
    for (int i = 0; i < 100_000; i++) {
      log.warn("line {}", i);
    }
    assertEquals(RemoteLog.LINES_MOST, written.size());
    now += Duration.ofMinutes(1).toNanos();
    log.info("the next minute");
    assertEquals(
        List.of("99940 more lines about messages and links were omitted", "the next minute"),
        written.subList(RemoteLog.LINES_MOST, written.size()));
  }

  @Test
  void anEverydayConversationIsWrittenWhole() {
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 20; i++) {
        log.info("line");
      }
      now += Duration.ofMinutes(1).toNanos();
    }
    assertEquals(60 * 20, written.size());
  }
}
