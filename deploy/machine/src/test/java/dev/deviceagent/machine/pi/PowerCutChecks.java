package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("A power cut within a talk")
class PowerCutChecks extends BootChecks {
  PowerCutChecks(Bench bench) {
    super(bench);
  }

  @Test
  @Order(1)
  void theCaptureSwitchIsOpenWithinATalk() throws IOException {
    assertTrue(bench.talk());
    Polling.pause(Duration.ofSeconds(2));
    bench.pi().cutPower();
    bench.pi().powerOn(PiSetup.COLD);
  }

  @Test
  @Order(AFTER_BOOT)
  void theNextBridgeHearsTheEndOfTheTalk() throws IOException {
    assertEquals(List.of("muted", "1108"), bench.join());
  }
}
