package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The buttons other than the talk button. */
class ButtonsTest {
  private static final String PLAY =
      Heard.nertcTool(Heard.call("1", "ControlPlayback", Heard.object("action", "play")));

  private final Scenario speaker = Scenario.joined();

  private String volume() {
    return speaker.status("volume", "percent");
  }

  @Test
  void aVolumeButtonActsWhenItIsPressedAndNotWhenItIsLetGo() {
    speaker.edge("volume_up", true);
    assertEquals("55", volume());
    speaker.millis(100).edge("volume_up", false).millis(100);
    assertEquals("55", volume());
    speaker.hold("volume_down", 100);
    assertEquals("50", volume());
  }

  @Test
  void aVolumeButtonThatIsHeldGoesOn() {
    speaker.hold("volume_up", 600 + 3 * 250 + 10);
    assertEquals("75", volume(), "one immediately, one after 600 ms, three more every 250 ms");
    speaker.millis(5000);
    assertEquals("75", volume(), "no more after the release");
  }

  @Test
  void theVolumeEndsWhereItEnds() {
    speaker.hold("volume_up", 10_000);
    assertEquals("100", volume());
    speaker.hold("volume_down", 10_000);
    assertEquals("0", volume());
  }

  @Test
  void bouncesOfAnyButtonAreOnePress() {
    for (boolean closed : new boolean[] {true, false, true, false, true}) {
      speaker.edge("volume_up", closed).millis(2);
    }
    speaker.millis(100);
    for (boolean closed : new boolean[] {false, true, false, true, false}) {
      speaker.edge("volume_up", closed).millis(2);
    }
    speaker.millis(100);
    assertEquals("55", volume());
  }

  @Test
  void theMuteButtonTurnsTheMuteOverAndEndsATalk() {
    speaker.press().millis(700);
    assertEquals(List.of(Scenario.START, "mic open", Scenario.TOLD_OPEN), speaker.news());
    speaker.hold("mute", 100);
    assertEquals(List.of(Scenario.TOLD_MUTED, "mic shut", Scenario.CANCEL), speaker.news());
    assertEquals("true", speaker.status("microphone", "mutedByOwner"));
    speaker.release().hold("mute", 100);
    assertEquals("false", speaker.status("microphone", "mutedByOwner"));
  }

  @Test
  void muteTwiceBeforeTheDiskHasKeptTheFirstIsNotMuted() {
    speaker.actuators.disk = RecordedActuators.Answer.HELD;
    speaker.hold("mute", 30).hold("mute", 30).releaseDisk();
    assertEquals("false", speaker.status("microphone", "mutedByOwner"));
  }

  @Test
  void stopSilencesTheAiAndThePlayer() {
    speaker.hear(PLAY).hear(Heard.SPEECH_STARTED);
    assertEquals("speaking", speaker.state());
    speaker.news();
    speaker.hold("stop", 100);
    assertEquals(List.of(Scenario.INTERRUPT), speaker.news());
    assertEquals("\"stopped\"", speaker.status("playback", "state"));
    assertEquals("idle", speaker.state());
  }

  @Test
  void tapAndHoldAreToldApartWhereTheyMeanDifferentThings() {
    var own = Scenario.joined("buttons: {stop: {tap: pause, hold: stop}}").hear(PLAY);
    own.edge("stop", true).millis(100);
    assertEquals("\"playing\"", own.status("playback", "state"), "not known yet which it is");
    own.edge("stop", false).millis(50);
    assertEquals("\"paused\"", own.status("playback", "state"));
    own.hold("stop", 100);
    assertEquals("\"playing\"", own.status("playback", "state"));
    own.edge("stop", true).millis(601);
    assertEquals("\"stopped\"", own.status("playback", "state"), "while it is still held");
    own.edge("stop", false).millis(50);
    assertEquals("\"stopped\"", own.status("playback", "state"));
  }

  @Test
  void aTapAfterVolumeThatWasHeldIsNone() {
    var own = Scenario.joined("buttons: {volume_up: {tap: mute, hold: volume_up}}");
    own.hold("volume_up", 1200);
    assertEquals("false", own.status("microphone", "mutedByOwner"));
    own.hold("volume_up", 100);
    assertEquals("true", own.status("microphone", "mutedByOwner"));
  }

  @Test
  void aButtonThatNobodyHasAWordAboutDoesNothing() {
    int before = speaker.actuators.log.size();
    speaker.hold("fire", 100);
    assertEquals(List.of(), speaker.news());
    var log = speaker.actuators.log.subList(before, speaker.actuators.log.size());
    assertFalse(log.stream().anyMatch(line -> line.startsWith("run ")));
  }

  @Test
  void aButtonCalledAsWhatItDoesNeedsNoWord() {
    speaker.hear(PLAY).hold("next", 100);
    assertEquals("\"Blue Danube\"", speaker.status("playback", "title"));
    speaker.hold("previous", 100);
    assertEquals("\"Clair de lune\"", speaker.status("playback", "title"));
  }

  @Test
  void aButtonOfADeviceThatTheBoardLacksIsAFailedCallThatNobodyHearsOf() {
    var board = mock(Board.class, delegatesTo(new SimBoard(_ -> {})));
    doReturn(Optional.empty()).when(board).volume();
    doReturn(Optional.empty()).when(board).player();
    var bare = Scenario.on(board, "");
    bare.news();
    bare.hold("volume_up", 100).hold("next", 100);
    assertEquals("2", bare.status("counters", "toolCalls"));
    assertEquals("2", bare.status("counters", "toolFailures"));
    assertEquals(List.of(), bare.news());
    assertNull(bare.status().get("problems"));
  }

  @Test
  void musicIsSoftWhileSomebodySpeaks() {
    speaker.hear(Heard.SPEECH_STARTED);
    speaker.press().millis(700).release().millis(50);
    speaker.hear(Heard.SPEECH_STOPPED);
    var ducks = speaker.actuators.log.stream().filter(line -> line.endsWith("duck")).toList();
    assertEquals(List.of("duck", "unduck"), ducks);
    assertTrue(speaker.actuators.log.indexOf("unduck") > speaker.actuators.log.indexOf("mic shut"));
  }

  @Test
  void musicIsAsLoudAsBeforeWhenTheAgentEnds() {
    speaker.hear(Heard.SPEECH_STARTED).stop();
    assertEquals(
        List.of("duck", "unduck"),
        speaker.actuators.log.stream().filter(line -> line.endsWith("duck")).toList());
  }

  @Test
  void noButtonDoesAnythingMoreWhenTheAgentEnds() {
    speaker.microphone(RecordedActuators.Answer.HELD).press().stop();
    speaker.edge("volume_up", true);
    assertFalse(speaker.actuators.log.contains("run volume"));
  }
}
