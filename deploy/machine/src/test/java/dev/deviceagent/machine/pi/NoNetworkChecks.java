package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart(continues = false)
@DisplayName("The machine itself: without a network")
class NoNetworkChecks {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Bench bench;

  NoNetworkChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theConsoleAnswers() throws IOException {
    bench.start(PiSetup.COLD.withoutNetwork());
    long from = System.nanoTime();
    bench.pi().console().connect(Bench.BOOT);
    bench.note("after %.1f s".formatted(Bench.seconds(from)));
  }

  @Test
  @Order(2)
  void rootIsLoggedIn() throws IOException {
    assertEquals("root", run("id -un").text().strip());
  }

  @Test
  @Order(3)
  void theOnlyNetworkIsTheLoopback() throws IOException {
    assertEquals("lo", run("ls /sys/class/net").text().strip());
  }

  @Test
  @Order(4)
  void anExitCodeIsReported() throws IOException {
    assertEquals(3, run("(exit 3)").code());
  }

  @Test
  @Order(5)
  void allUnitsAreRunning() throws IOException {
    var state = bench.pi().console().run("systemctl is-system-running --wait", Bench.BOOT);
    assertEquals("running", state.text().strip());
  }

  @Test
  @Order(6)
  void theMachineGoesDown() throws IOException {
    run("systemctl poweroff --no-block");
    bench.awaitOff();
  }

  private GuestOutput run(String command) throws IOException {
    return bench.pi().console().run(command, SOON);
  }
}
