package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart(continues = false)
@DisplayName("The package is installed")
class InstallationChecks {
  private final Bench bench;

  InstallationChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theMachineIsUp() throws IOException {
    bench.startPristine();
  }

  @Test
  @Order(2)
  void aptInstallsThePackage() throws IOException {
    bench.install();
  }

  @Test
  @Order(3)
  void theServiceIsActive() throws IOException {
    assertEquals("active", bench.speaker().isActive());
    bench.note("READY after %.1f s".formatted(bench.speaker().secondsToReady()));
    bench.note(bench.speaker().property("StatusText"));
  }

  @Test
  @Order(4)
  void theServiceStartsAtBoot() throws IOException {
    assertEquals("enabled", bench.speaker().ask("systemctl is-enabled device-agent"));
  }

  @Test
  @Order(5)
  void theManualIsThere() throws IOException {
    assertEquals(
        "0", bench.speaker().ask("test -s /usr/share/man/man1/device-agent.1.gz; echo $?"));
  }
}
