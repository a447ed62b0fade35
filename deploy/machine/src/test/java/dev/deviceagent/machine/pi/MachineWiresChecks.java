package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart(continues = false)
@DisplayName("The machine itself: its button and its lamp")
class MachineWiresChecks {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Bench bench;

  MachineWiresChecks(Bench bench) {
    this.bench = bench;
  }

  @BeforeEach
  void machineHasWires() throws IOException {
    assumeTrue(bench.delivery().hasWires(), "QEMU's PC has no GPIO");
  }

  @Test
  @Order(1)
  void theMachineIsUp() throws IOException {
    bench.startReady();
  }

  @Test
  @Order(2)
  void gpiomonReportsAPressOf200Milliseconds() throws IOException {
    var gpiomon =
        bench.pi().guest().start("timeout 60 gpiomon --num-events 2 --format '%E %S' GPIO17");
    Polling.within(SOON)
        .alias("gpiomon uses the line")
        .until(
            () -> bench.pi().guest().run("gpioinfo GPIO17 | grep -q consumer", SOON).code() == 0);
    bench.wires().press(Duration.ofMillis(200));
    List<String> lines;
    try (var out = gpiomon.inputReader()) {
      lines = out.lines().toList();
    }
    bench.note(String.join(", ", lines));
    var edges = lines.stream().map(line -> line.split(" ", 2)[0]).toList();
    assertEquals(List.of("falling", "rising"), edges);
  }

  @Test
  @Order(3)
  void theLampIsLitFor300Milliseconds() throws IOException {
    bench.wires().takeEdges();
    bench.pi().guest().run("gpioset -t 300ms,0 GPIO27=1", SOON);
    var levels = bench.wires().takeEdges();
    assertEquals(List.of(true, false), levels.stream().map(GuestWires.Edge::high).toList());
    bench.note(
        "it was lit for %.0f ms"
            .formatted((levels.getLast().nanos() - levels.getFirst().nanos()) / 1e6));
  }
}
