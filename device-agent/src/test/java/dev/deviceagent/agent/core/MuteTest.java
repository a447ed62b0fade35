package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.RecordedActuators.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The owner's mute acts first and is then stored; its removal is stored first and then acts. */
class MuteTest {
  private static final Optional<String> DONE = Optional.empty();

  private final Scenario scenario = Scenario.joined("push_to_talk: {enabled: false}");

  private boolean isMuted() {
    return scenario.view().muted();
  }

  @Test
  void muteActsAtOnceAndIsAnsweredWhenItIsKept() {
    scenario.actuators.disk = Answer.HELD;
    var answers = scenario.mute(true);
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertTrue(isMuted());
    assertEquals("true", scenario.status("microphone", "mutedByOwner"));
    assertEquals(List.of(), answers);
    scenario.releaseDisk();
    assertEquals(List.of(DONE), answers);
  }

  @Test
  void muteIsAnsweredWhenTheSwitchIsKnownToBeShut() {
    scenario.microphone(Answer.HELD);
    var answers = scenario.mute(true);
    scenario.millis(2_000);
    assertEquals(List.of(), answers);
    scenario.releaseMicrophone();
    assertEquals(List.of(DONE), answers);
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void aSwitchThatDoesNotShutIsNamedInTheAnswer() {
    scenario.microphone(Answer.FAILING);
    assertEquals(
        List.of(Optional.of("cannot confirm that the microphone is shut: is stuck")),
        scenario.mute(true));
    assertTrue(isMuted());
  }

  @Test
  void aSwitchThatNeverAnswersIsNamedInTheAnswer() {
    scenario.microphone(Answer.HELD);
    var answers = scenario.mute(true);
    scenario.millis(7_999);
    assertEquals(List.of(), answers);
    scenario.millis(1);
    assertTrue(answers.getFirst().orElse("").contains("may be open"), answers.toString());
  }

  @Test
  void aMuteThatIsTakenBackBeforeTheSwitchHasAnsweredIsAnswered() {
    scenario.microphone(Answer.HELD);
    var on = scenario.mute(true);
    var off = scenario.mute(false);
    assertEquals(List.of(DONE), on);
    assertEquals(List.of(DONE), off);
  }

  @Test
  void aMuteThatCannotBeKeptActsAllTheSame() {
    scenario.actuators.disk = Answer.FAILING;
    assertEquals(List.of(Optional.of("disk full")), scenario.mute(true));
    assertTrue(isMuted());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void unmutingActsOnlyWhenItIsKept() {
    scenario.mute(true);
    scenario.actuators.disk = Answer.HELD;
    var answers = scenario.mute(false);
    assertTrue(isMuted());
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertEquals(List.of(), answers);
    scenario.releaseDisk();
    assertFalse(isMuted());
    assertTrue(scenario.actuators.isMicrophoneOpen);
    assertEquals(List.of(DONE), answers);
  }

  @Test
  void unmutingThatCannotBeKeptDoesNothing() {
    scenario.mute(true);
    scenario.actuators.disk = Answer.FAILING;
    assertEquals(List.of(Optional.of("disk full")), scenario.mute(false));
    assertTrue(isMuted());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void ofSeveralWishesTheLastOneCounts() {
    scenario.actuators.disk = Answer.HELD;
    scenario.mute(true);
    scenario.mute(false);
    var last = scenario.mute(true);
    scenario.releaseDisk();
    assertEquals(List.of(DONE), last);
    assertTrue(isMuted());
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertFalse(
        scenario
            .actuators
            .log
            .subList(scenario.actuators.log.indexOf("keep mute on"), scenario.actuators.log.size())
            .contains("ask open"),
        "not for a moment");

    scenario.mute(true);
    scenario.mute(false);
    scenario.releaseDisk();
    assertFalse(isMuted());
    assertTrue(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void everyWishIsAnswered() {
    scenario.actuators.disk = Answer.HELD;
    var first = scenario.mute(true);
    var second = scenario.mute(false);
    scenario.releaseDisk();
    assertEquals(List.of(DONE), first);
    assertEquals(List.of(DONE), second);
  }

  @Test
  void mutedTwiceIsMuted() {
    scenario.mute(true);
    int asked = scenario.actuators.log.size();
    assertEquals(List.of(DONE), scenario.mute(true));
    assertTrue(isMuted());
    assertFalse(
        scenario.actuators.log.subList(asked, scenario.actuators.log.size()).contains("ask open"));
  }

  @Test
  void aMuteFromTheLastTimeHoldsFromTheStart() {
    var muted = new Scenario("push_to_talk: {enabled: false}", true, false).ready().join();
    assertTrue(muted.view().muted());
    assertFalse(muted.actuators.log.contains("ask open"));
    assertEquals("true", muted.status("microphone", "mutedByOwner"));
  }

  @Test
  void theMuteOutlivesTheLink() {
    scenario.mute(true);
    scenario.bridgeGone().join();
    assertTrue(isMuted());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void noModeOfTheCloudOpensAgainstTheMute() {
    scenario.mute(true);
    scenario.mode(true).mode(false);
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }
}
