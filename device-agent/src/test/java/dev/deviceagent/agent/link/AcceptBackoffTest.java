package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptBackoffTest {
  private final AcceptBackoff backoff = new AcceptBackoff(Path.of("/run/control.sock"));

  private List<Long> waits(int failures) {
    var waits = new ArrayList<Long>();
    for (int i = 0; i < failures; i++) {
      waits.add(backoff.failed(new IOException("Too many open files"), 0).toMillis());
    }
    return waits;
  }

  @Test
  void theWaitDoublesUpToASecondAndBeginsAnew() {
    assertEquals(List.of(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1000L, 1000L), waits(9));
    backoff.succeeded();
    assertEquals(List.of(10L, 20L), waits(2));
  }
}
