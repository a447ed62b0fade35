package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Checks the AOT cache, which a training run builds. */
@PiPart
@DisplayName("The AOT cache")
class TrainedCacheChecks {
  private final Bench bench;
  private double secondsBefore;

  TrainedCacheChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theTrainingRunSucceeds() throws IOException {
    bench
        .speaker()
        .ask(
            "systemctl stop device-agent-rehearsal; rm -rf /var/cache/device-agent/*; systemctl"
                + " restart device-agent");
    secondsBefore = bench.speaker().secondsToReady();
    long from = System.nanoTime();
    bench.speaker().order("systemctl start device-agent-rehearsal");
    bench.note("it took %.0f s".formatted(Bench.seconds(from)));
    bench.note(bench.speaker().ask("journalctl -u device-agent-rehearsal -o cat -n 3"));
  }

  @Test
  @Order(2)
  void theCacheIsThere() throws IOException {
    assertEquals(
        "rehearsed.aot rehearsed.aot.key",
        bench.speaker().ask("ls /var/cache/device-agent | paste -sd ' '"));
  }

  @Test
  @Order(3)
  void theServiceUsesTheCache() throws IOException {
    bench.speaker().order("systemctl restart device-agent");
    bench.note(
        "READY after %.1f s, and before it after %.1f s"
            .formatted(bench.speaker().secondsToReady(), secondsBefore));
    assertTrue(usesCache());
  }

  @Test
  @Order(4)
  void theServiceDoesNotUseTheCacheOfAnotherJar() throws IOException {
    bench
        .speaker()
        .order("touch /usr/share/device-agent/lib/codec-*.jar; systemctl restart device-agent");
    assertFalse(usesCache());
  }

  @Test
  @Order(5)
  void theServiceUsesTheCacheOfAnotherTrainingRun() throws IOException {
    bench.speaker().order("systemctl start device-agent-rehearsal; systemctl restart device-agent");
    assertTrue(usesCache());
  }

  private boolean usesCache() throws IOException {
    return bench
        .speaker()
        .ask(
            "grep -q rehearsed.aot /proc/$(systemctl show -P MainPID device-agent)/maps && echo 1"
                + " || echo 0")
        .equals("1");
  }
}
