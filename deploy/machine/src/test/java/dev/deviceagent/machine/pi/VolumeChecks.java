package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.CheckBridge;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("The volume, and the sound card unplugged")
class VolumeChecks {
  private final Bench bench;

  VolumeChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void aBridgeJoins() throws IOException {
    bench.join();
  }

  @Test
  @Order(2)
  void setVolumeReturnsTheVolume() throws IOException {
    assertEquals("35", CheckBridge.value(setVolume(35), "volume"));
  }

  @Test
  @Order(3)
  void amixerReadsTheSameVolume() throws IOException {
    assertEquals("35", bench.speaker().loudness());
  }

  @Test
  @Order(4)
  void theCardIsGone() throws IOException {
    bench.pi().monitor().unplugSpeaker();
    Polling.within(Bench.BOOT).until(() -> !cards().contains("USB"));
  }

  @Test
  @Order(5)
  void setVolumeFailsWithoutTheCard() throws IOException {
    assertEquals("device_absent", CheckBridge.value(setVolume(20), "error"));
  }

  @Test
  @Order(6)
  void statusNamesTheCard() throws IOException {
    var status = bench.speaker().ask("device-agent status --json");
    assertTrue(status.contains("\"problems\":{\"volume\":\"alsa:Audio"), status);
  }

  @Test
  @Order(7)
  void theCardIsBack() throws IOException {
    bench.pi().monitor().plugSpeaker();
    Polling.within(Bench.BOOT).until(() -> cards().contains("USB"));
    bench.speaker().ask("udevadm settle; sleep 1");
  }

  @Test
  @Order(8)
  void setVolumeReturnsTheVolumeOfTheReturnedCard() throws IOException {
    assertEquals("60", CheckBridge.value(setVolume(60), "volume"));
  }

  @Test
  @Order(9)
  void amixerReadsTheSameVolumeOfTheReturnedCard() throws IOException {
    assertEquals("60", bench.speaker().loudness());
  }

  private String cards() throws IOException {
    return bench.speaker().ask("cat /proc/asound/cards");
  }

  private String setVolume(int percent) throws IOException {
    return bench.bridge().call("SetVolume", "{\"volume\":%d}".formatted(percent));
  }
}
