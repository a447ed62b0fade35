package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("The package works its board")
class BoardChecks {
  private final Bench bench;

  BoardChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theConfigurationIsAccepted() throws IOException {
    bench.speaker().configure(bench.delivery().board());
  }

  @Test
  @Order(2)
  void theServiceIsActive() throws IOException {
    assertEquals("active", bench.speaker().isActive());
    bench.note("READY after %.1f s".formatted(bench.speaker().secondsToReady()));
  }

  @Test
  @Order(3)
  void doctorFindsNoProblem() throws IOException {
    bench.note(bench.speaker().ask("device-agent doctor"));
    assertEquals("true", bench.speaker().healthy());
  }

  @Test
  @Order(4)
  void theMicrophoneIsShutBeforeAnyTalk() throws IOException {
    assertFalse(bench.speaker().hears());
  }
}
