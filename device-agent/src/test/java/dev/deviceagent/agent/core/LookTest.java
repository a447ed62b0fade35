package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.view.Look;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Network;
import org.junit.jupiter.api.Test;

/** Short or rare states in the view state. */
class LookTest {
  private static final String LOUDER =
      Heard.nertcTool(Heard.call("1", "SetVolume", Heard.object("volume", 80)));

  private final Scenario speaker = Scenario.joined();

  @Test
  void aVolumeThatWasJustSetIsShownForAMoment() {
    assertNull(speaker.look().volume());
    speaker.hear(LOUDER);
    assertEquals(80, speaker.look().volume());
    speaker.millis(1400);
    assertEquals(80, speaker.look().volume());
    speaker.millis(200);
    assertNull(speaker.look().volume());
  }

  @Test
  void aVolumeThatChangesByItselfIsNotShown() {
    speaker.accept(new Input.Seen(new Reading.OfVolume(30)));
    assertNull(speaker.look().volume());
  }

  @Test
  void anInterruptionIsSeenForAMoment() {
    speaker.hear(Heard.SPEECH_STARTED);
    assertFalse(speaker.look().interrupted());
    speaker.hear(Heard.INTERRUPTED);
    assertTrue(speaker.look().interrupted());
    speaker.millis(900);
    assertFalse(speaker.look().interrupted());
  }

  @Test
  void aTapInterruptsOnlyAnAiThatSpeaks() {
    speaker.hold(100).millis(50);
    assertFalse(speaker.look().interrupted());
    speaker.hear(Heard.SPEECH_STARTED).hold(100).millis(50);
    assertTrue(speaker.look().interrupted());
  }

  @Test
  void aBatteryIsLowWhereItIsKnownToBeAndNotCharged() {
    assertFalse(speaker.look().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(15, false))));
    assertTrue(speaker.look().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(15, true))));
    assertFalse(speaker.look().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(16, false))));
    assertFalse(speaker.look().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(null, null))));
    assertFalse(speaker.look().batteryLow());
  }

  @Test
  void theThreeReasonsToBeOfflineAreToldApart() {
    assertNull(speaker.look().offline());
    speaker.left();
    assertEquals(Look.Offline.ROOM, speaker.look().offline());
    speaker.bridgeGone();
    assertEquals(Look.Offline.BRIDGE, speaker.look().offline());
    var down = new Network.Connection(false, null, null);
    speaker.accept(new Input.Seen(new Reading.OfNetwork(down)));
    assertEquals(Look.Offline.NETWORK, speaker.look().offline());
    speaker.accept(new Input.Seen(new Reading.OfNetwork(null)));
    assertEquals(Look.Offline.BRIDGE, speaker.look().offline(), "unknown is not known to be down");
    speaker.join();
    assertNull(speaker.look().offline());
  }

  @Test
  void theVoiceGoesToTheLightAndChangesNothingElse() {
    var before = speaker.status().toString();
    speaker.accept(new Input.Voice(0.25));
    assertTrue(speaker.actuators.log.contains("voice 0.25"));
    assertEquals(Json.of(before), Json.of(speaker.status().toString()));
  }
}
