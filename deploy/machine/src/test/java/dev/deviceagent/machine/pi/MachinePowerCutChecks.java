package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart(continues = false)
@DisplayName("The machine itself: a power cut")
class MachinePowerCutChecks {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Bench bench;

  MachinePowerCutChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theMachineIsUp() throws IOException {
    bench.startReady();
    ask("echo kept >/root/kept; sync /root/kept; echo lost >/root/lost");
  }

  @Test
  @Order(2)
  void sshAnswersAfterThePowerCut() throws IOException {
    bench.pi().cutPower();
    bench.pi().powerOn();
    bench.connect();
  }

  @Test
  @Order(3)
  void allUnitsAreRunning() throws IOException {
    assertEquals("running", bench.awaitBooted());
  }

  @Test
  @Order(4)
  void theFileThatWasFlushedIsKept() throws IOException {
    assertEquals("kept", ask("cat /root/kept"));
  }

  @Test
  @Order(5)
  void theFileThatWasNotFlushedIsLost() throws IOException {
    assertEquals("", ask("cat /root/lost 2>/dev/null"));
  }

  @Test
  @Order(6)
  void theDiskWasRecovered() throws IOException {
    assertEquals("1", ask("journalctl -k | grep -c 'EXT4-fs.*recovery complete'"));
  }

  private String ask(String command) throws IOException {
    return bench.pi().guest().run(command, SOON).text().strip();
  }
}
