package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.machine.CheckBridge;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("The package works a simulated board")
class SimulatedBoardChecks {
  private final Bench bench;

  SimulatedBoardChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void doctorFindsNoProblem() throws IOException {
    assertEquals("true", bench.speaker().healthy());
  }

  @Test
  @Order(2)
  void aBridgeJoins() throws IOException {
    bench.join();
  }

  @Test
  @Order(3)
  void setVolumeReturnsTheVolume() throws IOException {
    var answer = bench.bridge().call("SetVolume", "{\"volume\":80}");
    assertEquals("80", CheckBridge.value(answer, "volume"));
  }
}
