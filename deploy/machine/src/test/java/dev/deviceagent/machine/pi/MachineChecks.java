package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart(continues = false)
@DisplayName("The machine itself")
class MachineChecks {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Bench bench;

  MachineChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void theMachineIsUp() throws IOException {
    bench.startReady();
  }

  @Test
  @Order(2)
  void allUnitsAreRunning() throws IOException {
    assertEquals("running", bench.awaitBooted());
  }

  @Test
  @Order(3)
  void theSoundCardsAreThere() throws IOException {
    awaitCards("HDA-Intel", "USB-Audio");
  }

  @Test
  @Order(4)
  void theCardHasItsControls() throws IOException {
    assertEquals("Capture Master", controls("Intel"));
  }

  @Test
  @Order(5)
  void theUsbSpeakerIsUnplugged() throws IOException {
    bench.pi().monitor().unplugSpeaker();
    awaitCards("HDA-Intel");
  }

  @Test
  @Order(6)
  void theUsbSpeakerIsPluggedIn() throws IOException {
    bench.pi().monitor().plugSpeaker();
    awaitCards("HDA-Intel", "USB-Audio");
    bench.note("its controls: " + controls("Audio"));
  }

  @Test
  @Order(7)
  void theBatteryIsDischarged() throws IOException {
    bench.pi().battery().set(42, GuestBattery.Status.DISCHARGING);
    assertEquals("42 Discharging", charge());
  }

  @Test
  @Order(8)
  void theBatteryIsCharged() throws IOException {
    bench.pi().battery().set(77, GuestBattery.Status.CHARGING);
    assertEquals("77 Charging", charge());
  }

  /** Waits for as many cards, and checks their drivers. */
  private void awaitCards(String... drivers) {
    var seen =
        Polling.within(SOON)
            .until(
                () ->
                    ask("sed -n 's/.*\\]: \\([^ ]*\\) - .*/\\1/p' /proc/asound/cards")
                        .lines()
                        .toList(),
                cards -> cards.size() == drivers.length);
    assertEquals(List.of(drivers), seen);
  }

  private String controls(String card) throws IOException {
    return ask("amixer -c " + card + " scontrols | sed \"s/.*control '\\(.*\\)',0/\\1/\" | sort")
        .replace('\n', ' ');
  }

  private String charge() throws IOException {
    return ask("cd /sys/class/power_supply/*/ && cat capacity status").replace('\n', ' ');
  }

  private String ask(String command) throws IOException {
    return bench.pi().guest().run(command, SOON).text().strip();
  }
}
