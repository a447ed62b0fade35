package dev.deviceagent.machine.kernel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.CheckBridge;
import dev.deviceagent.machine.Part;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks one agent through the kernel's devices, from its start to its orderly end. */
@Part
@ExtendWith(LogOfAgent.class)
@DisplayName("An agent with the kernel's simulated hardware")
class RunningAgentChecks {
  private static final Duration TAP = Duration.ofMillis(100);
  private static final Duration SOON = Duration.ofSeconds(5);

  @AutoClose private KernelAgent agent;
  private @Nullable Process removal;

  @BeforeAll
  void start() throws IOException {
    KernelHardware.release();
    agent = KernelAgent.start();
  }

  @Test
  @Order(1)
  void aPressOf700MillisecondsIsATalk() throws IOException {
    assertEquals(List.of("1106", "open", "muted", "1107"), agent.press(Duration.ofMillis(700)));
  }

  @Test
  @Order(2)
  void aTapIsCancelled() throws IOException {
    assertEquals(List.of("1106", "open", "muted", "1108"), agent.press(TAP));
  }

  @Test
  @Order(3)
  void aBouncingContactIsOnePress(TestReporter reporter) throws IOException {
    new BouncingButton(agent).press(reporter);
  }

  @Test
  @Order(4)
  void everyPressIsReportedAtOnce(TestReporter reporter) throws IOException {
    var micros =
        EdgeLatency.measure(() -> agent.bridge.until("1106"), () -> agent.bridge.until("1108"));
    reporter.publishEntry("from the line to 1106 at the bridge: " + EdgeLatency.summary(micros));
    assertEquals(EdgeLatency.PRESSES, micros.size());
  }

  @Test
  @Order(5)
  void aLightIsSwitchedOn() throws IOException {
    agent.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    assertEquals("1", KernelHardware.level(5));
  }

  @Test
  @Order(6)
  void aLightThatIsActiveLowIsSwitchedOn() throws IOException {
    agent.bridge.call("ControlDevice", "{\"device\":\"low\",\"state\":\"on\"}");
    assertEquals("0", KernelHardware.level(6));
  }

  @Test
  @Order(7)
  void setVolumeReturnsTheVolume() throws IOException {
    assertEquals("80", CheckBridge.value(setVolume(80), "volume"));
  }

  @Test
  @Order(8)
  void amixerReadsTheSameVolume() throws IOException {
    assertEquals("80", KernelHardware.amixer());
  }

  @Test
  @Order(9)
  void theCardIsRemoved() throws IOException {
    removal = KernelHardware.removeCard();
    Polling.within(SOON).until(() -> !KernelHardware.hasCard());
  }

  @Test
  @Order(10)
  void setVolumeFailsWithoutTheCard(TestReporter reporter) throws IOException {
    var answer = setVolume(30);
    reporter.publishEntry(CheckBridge.value(answer, "message"));
    assertEquals("device_absent", CheckBridge.value(answer, "error"));
  }

  @Test
  @Order(11)
  void aTapWithoutAMicrophoneIsCancelled() throws IOException {
    assertEquals(List.of("1106", "1108"), agent.press(TAP));
  }

  @Test
  @Order(12)
  void theAgentReleasesTheRemovedCard() throws InterruptedException {
    assertTrue(requireNonNull(removal).waitFor(5, TimeUnit.SECONDS));
  }

  @Test
  @Order(13)
  void theCardIsPutBack() throws IOException, InterruptedException {
    assertTrue(KernelHardware.putCardBack().waitFor(5, TimeUnit.SECONDS));
    Polling.within(SOON).until(KernelHardware::hasCard);
  }

  @Test
  @Order(14)
  void setVolumeReturnsTheVolumeOfTheReturnedCard() throws IOException {
    assertEquals("40", CheckBridge.value(setVolume(40), "volume"));
  }

  @Test
  @Order(15)
  void amixerReadsTheSameVolumeOfTheReturnedCard() throws IOException {
    assertEquals("40", KernelHardware.amixer());
  }

  @Test
  @Order(16)
  void theKernelsTestBatteryIsRead() throws IOException {
    var battery = agent.bridge.call("QueryDevice", "{\"type\":\"battery\"}");
    assertEquals("50", CheckBridge.value(battery, "percent"));
  }

  @Test
  @Order(17)
  void theEndOfTheProcessCancelsATalk() throws IOException {
    KernelHardware.press();
    agent.bridge.until("open");
    agent.process.destroy();
    assertEquals(List.of("muted", "1108"), agent.bridge.press());
  }

  @Test
  @Order(18)
  void theProcessEndsInTime() throws InterruptedException {
    assertTrue(agent.process.waitFor(5, TimeUnit.SECONDS));
  }

  @Test
  @Order(19)
  void theExitCodeIsZero() {
    assertEquals(0, agent.process.exitValue());
  }

  @Test
  @Order(20)
  void anOrderlyEndLeavesNothingToCleanUp() {
    assertFalse(Files.exists(KernelAgent.CLEANUP));
  }

  private String setVolume(int percent) throws IOException {
    return agent.bridge.call("SetVolume", "{\"volume\":%d}".formatted(percent));
  }
}
