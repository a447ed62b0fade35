package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The checks of a boot, in the middle of a part. */
abstract class BootChecks {
  static final int AFTER_BOOT = 100;

  final Bench bench;

  BootChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(50)
  void sshAnswers() throws IOException {
    bench.connect();
  }

  @Test
  @Order(51)
  void allUnitsAreRunning() throws IOException {
    assertEquals("running", bench.awaitBooted());
  }

  @Test
  @Order(52)
  void theServiceIsActive() throws IOException {
    assertEquals("active", bench.speaker().isActive());
    bench.note(
        "READY %s s after the kernel began"
            .formatted(
                bench
                    .speaker()
                    .ask(
                        "systemctl show -P ActiveEnterTimestampMonotonic device-agent | sed"
                            + " 's/......$/.&/'")));
  }

  @Test
  @Order(53)
  void theCaptureSwitchIsShut() throws IOException {
    assertFalse(bench.speaker().hears());
  }
}
