package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("The bridge's death within a talk")
class DeadBridgeChecks {
  private final Bench bench;
  private String pid = "";

  DeadBridgeChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theCaptureSwitchIsOpenWithinATalk() throws IOException {
    bench.speaker().watchCapture();
    assertTrue(bench.talk());
    pid = bench.speaker().property("MainPID");
  }

  @Test
  @Order(2)
  void theCaptureSwitchIsShut() throws IOException {
    double at = Double.parseDouble(bench.speaker().ask("date +%s.%N"));
    bench.closeBridge();
    Polling.within(Bench.BOOT).until(() -> !bench.speaker().hears());
    bench.note(
        "%.0f ms later, by the machine's clock"
            .formatted((bench.speaker().capturedChangedAt() - at) * 1000));
  }

  @Test
  @Order(3)
  void theProcessIsTheSame() throws IOException {
    assertEquals(pid, bench.speaker().property("MainPID"));
  }

  @Test
  @Order(4)
  void theNextBridgeHearsTheEndOfTheTalk() throws IOException {
    bench.wires().release();
    assertEquals(List.of("muted", "1108"), bench.join());
  }
}
