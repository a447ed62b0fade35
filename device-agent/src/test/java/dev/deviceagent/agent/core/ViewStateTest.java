package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Network;
import org.junit.jupiter.api.Test;

/** Short or rare states in the view state. */
class ViewStateTest {
  private static final String LOUDER =
      Heard.nertcTool(Heard.call("1", "SetVolume", Heard.object("volume", 80)));

  private final Scenario speaker = Scenario.joined();

  @Test
  void aVolumeThatWasJustSetIsShownForAMoment() {
    assertNull(speaker.view().volume());
    speaker.hear(LOUDER);
    assertEquals(80, speaker.view().volume());
    speaker.millis(1400);
    assertEquals(80, speaker.view().volume());
    speaker.millis(200);
    assertNull(speaker.view().volume());
  }

  @Test
  void aVolumeThatChangesByItselfIsNotShown() {
    speaker.accept(new Input.Seen(new Reading.OfVolume(30)));
    assertNull(speaker.view().volume());
  }

  @Test
  void anInterruptionIsSeenForAMoment() {
    speaker.hear(Heard.SPEECH_STARTED);
    assertFalse(speaker.view().interrupted());
    speaker.hear(Heard.INTERRUPTED);
    assertTrue(speaker.view().interrupted());
    speaker.millis(900);
    assertFalse(speaker.view().interrupted());
  }

  @Test
  void aTapInterruptsOnlyAnAiThatSpeaks() {
    speaker.hold(100).millis(50);
    assertFalse(speaker.view().interrupted());
    speaker.hear(Heard.SPEECH_STARTED).hold(100).millis(50);
    assertTrue(speaker.view().interrupted());
  }

  @Test
  void aBatteryIsLowWhereItIsKnownToBeAndNotCharged() {
    assertFalse(speaker.view().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(15, false))));
    assertTrue(speaker.view().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(15, true))));
    assertFalse(speaker.view().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(16, false))));
    assertFalse(speaker.view().batteryLow());
    speaker.accept(new Input.Seen(new Reading.OfBattery(new Battery.Charge(null, null))));
    assertFalse(speaker.view().batteryLow());
  }

  @Test
  void theThreeReasonsToBeOfflineAreToldApart() {
    assertNull(speaker.view().offline());
    speaker.left();
    assertEquals(ViewState.Offline.ROOM, speaker.view().offline());
    speaker.bridgeGone();
    assertEquals(ViewState.Offline.BRIDGE, speaker.view().offline());
    var down = new Network.Connection(false, null, null);
    speaker.accept(new Input.Seen(new Reading.OfNetwork(down)));
    assertEquals(ViewState.Offline.NETWORK, speaker.view().offline());
    speaker.accept(new Input.Seen(new Reading.OfNetwork(null)));
    assertEquals(
        ViewState.Offline.BRIDGE, speaker.view().offline(), "unknown is not known to be down");
    speaker.join();
    assertNull(speaker.view().offline());
  }

  @Test
  void theVoiceGoesToTheLightAndChangesNothingElse() {
    var before = speaker.status().toString();
    speaker.accept(new Input.Voice(0.25));
    assertTrue(speaker.actuators.log.contains("voice 0.25"));
    assertEquals(Json.of(before), Json.of(speaker.status().toString()));
  }
}
