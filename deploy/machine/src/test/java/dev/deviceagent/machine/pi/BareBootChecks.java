package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PiPart
@DisplayName("A boot without a network and without a sound card")
class BareBootChecks extends BootChecks {
  private String status = "";

  BareBootChecks(Bench bench) {
    super(bench);
  }

  @Test
  @Order(1)
  void theMachineGoesDown() throws IOException {
    bench.pi().guest().end("systemctl poweroff --no-block");
    bench.awaitOff();
  }

  @Test
  @Order(2)
  void theConsoleAnswers() throws IOException {
    bench.pi().powerOn(PiSetup.COLD.withoutNetwork().withoutSound());
    bench.pi().console().connect(Bench.BOOT);
  }

  @Test
  @Order(3)
  void theServiceIsActiveWithNeither() throws IOException {
    run("systemctl is-system-running --wait");
    assertEquals("active", run("systemctl is-active device-agent").strip());
    status = run("device-agent status");
    bench.note(status);
  }

  @ParameterizedTest(name = "status names what is missing: {0}")
  @ValueSource(strings = {"volume", "microphone", "network"})
  @Order(4)
  void statusNames(String missing) {
    assertTrue(
        status
            .lines()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .anyMatch(line -> line.matches("problem +" + missing + ": .*")));
  }

  @Test
  @Order(5)
  void theMachineGoesDownAgain() throws IOException {
    run("systemctl poweroff --no-block");
    bench.awaitOff();
    bench.pi().powerOn(PiSetup.COLD);
  }

  private String run(String command) throws IOException {
    return bench.pi().console().run(command, Bench.BOOT).text();
  }
}
