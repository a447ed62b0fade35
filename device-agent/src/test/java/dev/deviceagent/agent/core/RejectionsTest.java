package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.CodecException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits the log lines that a peer with invalid messages can cause. */
class RejectionsTest {
  private long now = -5;
  private final List<String> written = new ArrayList<>();
  private final RemoteLog log = new RemoteLog(() -> now, (_, line) -> written.add(line));
  private final Counters counters = new Counters();
  private final Rejections rejections = new Rejections(counters, log);

  private void reject(int times) {
    for (int i = 0; i < times; i++) {
      rejections.add(new CodecException(CodecException.Kind.SYNTAX, "$", "no JSON: {}"));
    }
  }

  @Test
  void tenRejectionsAMinuteAreLoggedAndThenACount() {
    reject(1_000);
    assertEquals(10, written.size());
    assertEquals(1_000, counters.messagesRejected, "each is counted");
    assertTrue(written.stream().allMatch(line -> line.endsWith("no JSON: {}")), written.toString());
    now += Duration.ofMinutes(1).toNanos();
    reject(1);
    assertEquals("990 more messages were rejected", written.get(10));
    assertEquals(12, written.size(), "and the first of the next minute");
  }

  @Test
  void rejectionsLeaveTheOtherLinesTheirRoom() {
    reject(1_000);
    log.info("a bridge connected");
    assertEquals("a bridge connected", written.getLast());
  }
}
