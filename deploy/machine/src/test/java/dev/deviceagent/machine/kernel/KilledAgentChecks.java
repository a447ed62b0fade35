package dev.deviceagent.machine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.Part;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills the agent during a talk, with the microphone open and the lights on, and checks the crash
 * cleanup.
 */
@Part
@ExtendWith(LogOfAgent.class)
@DisplayName("SIGKILL within a talk")
class KilledAgentChecks {
  @AutoClose private KernelAgent agent;

  @BeforeAll
  void start() throws IOException {
    KernelHardware.release();
    agent = KernelAgent.start();
  }

  @Test
  @Order(1)
  void theMicrophoneIsOpen() throws IOException {
    agent.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    agent.bridge.call("ControlDevice", "{\"device\":\"low\",\"state\":\"on\"}");
    KernelHardware.press();
    agent.bridge.until("open");
    assertTrue(KernelHardware.hears());
  }

  @Test
  @Order(2)
  void theCleanupEnds(TestReporter reporter) throws IOException, InterruptedException {
    agent.process.destroyForcibly().waitFor();
    long start = System.nanoTime();
    Polling.within(Duration.ofSeconds(5)).until(() -> !Files.exists(KernelAgent.CLEANUP));
    reporter.publishEntry(
        (System.nanoTime() - start) / 1_000_000 + " ms after the end of the process");
    agent.bridge.close();
  }

  @Test
  @Order(3)
  void theMicrophoneIsShut() throws IOException {
    assertFalse(KernelHardware.hears());
  }

  @Test
  @Order(4)
  void theLightIsOff() throws IOException {
    assertEquals("0", KernelHardware.level(5)); // gpio-sim does not keep a released line high
  }

  @Test
  @Order(5)
  void theNextProcessCancelsTheTalk() throws IOException {
    KernelHardware.release();
    agent = KernelAgent.start();
    assertEquals(List.of("muted", "1108"), agent.greeting);
  }
}
