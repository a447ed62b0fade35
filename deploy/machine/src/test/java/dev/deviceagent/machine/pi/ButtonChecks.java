package dev.deviceagent.machine.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.machine.CheckBridge;
import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@PiPart
@DisplayName("The button, by its line, and the light, by its")
class ButtonChecks {
  private final Bench bench;
  private long pressedNanos;

  ButtonChecks(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void aPressIsReported() throws IOException {
    bench.join();
    bench.wires().takeEdges();
    pressedNanos = System.nanoTime();
    bench.wires().press();
    bench.bridge().until("1106");
    bench.note(
        "1106 is at the bridge %.0f ms after the press"
            .formatted(Bench.seconds(pressedNanos) * 1000));
  }

  @Test
  @Order(2)
  void theBridgeHearsThatTheMicrophoneIsOpen() throws IOException {
    assertEquals("open", CheckBridge.word(bench.bridge().until("microphone")));
  }

  @Test
  @Order(3)
  void theLineOfTheLightIsHigh() {
    bench.wires().await(GuestWires.LIGHT, true, Duration.ofSeconds(5));
    bench.wires().takeEdges().stream()
        .filter(edge -> edge.line() == GuestWires.LIGHT && edge.high())
        .findFirst()
        .ifPresent(edge ->
            bench.note(
                "it rises %.0f ms after the press".formatted((edge.nanos() - pressedNanos) / 1e6)));
  }

  @Test
  @Order(4)
  void theCaptureSwitchIsOpen() throws IOException {
    assertTrue(bench.speaker().hears());
  }

  @Test
  @Order(5)
  void theReleaseEndsTheTalk() throws IOException {
    Polling.pause(Duration.ofMillis(700)); // a shorter press is a tap
    bench.wires().release();
    assertEquals(List.of("muted", "1107"), bench.bridge().press());
  }

  @Test
  @Order(6)
  void theCaptureSwitchIsShut() throws IOException {
    assertFalse(bench.speaker().hears());
  }

  @Test
  @Order(7)
  void aTapIsCancelled() throws IOException {
    bench.wires().press(Duration.ofMillis(120));
    var tap = bench.bridge().press();
    // A delayed machine sees the release of the button before it has opened the microphone.
    var wanted =
        tap.contains("open") ? List.of("1106", "open", "muted", "1108") : List.of("1106", "1108");
    assertEquals(wanted, tap);
  }

  @Test
  @Order(8)
  void theLampIsSwitchedOn() throws IOException {
    bench.bridge().call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    assertTrue(bench.wires().isHigh(GuestWires.LAMP));
  }

  @Test
  @Order(9)
  void theLampIsSwitchedOff() throws IOException {
    bench.bridge().call("ControlDevice", "{\"device\":\"light\",\"state\":\"off\"}");
    assertFalse(bench.wires().isHigh(GuestWires.LAMP));
  }
}
