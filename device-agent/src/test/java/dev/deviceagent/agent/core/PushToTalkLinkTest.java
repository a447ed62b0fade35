package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Scenario.ASK_OFF;
import static dev.deviceagent.agent.core.Scenario.ASK_ON;
import static dev.deviceagent.agent.core.Scenario.CANCEL;
import static dev.deviceagent.agent.core.Scenario.FINISH;
import static dev.deviceagent.agent.core.Scenario.INTERRUPT;
import static dev.deviceagent.agent.core.Scenario.START;
import static dev.deviceagent.agent.core.Scenario.TOLD_MUTED;
import static dev.deviceagent.agent.core.Scenario.TOLD_OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.RecordedActuators.Answer;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Signal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The talk button while the link goes down and up, and while the cloud changes the mode. */
class PushToTalkLinkTest {
  private static final String NATURAL = "push_to_talk: {enabled: false}";

  private final Scenario scenario = Scenario.joined();

  @Test
  void aPressWhileTheLinkIsDownOpensNothingAndShowsIt() {
    var alone = new Scenario("", false, false).ready();
    alone.news();
    alone.press();
    assertTrue(alone.view().refused());
    assertFalse(alone.view().talking());
    alone.millis(800).release().millis(5_000);
    assertEquals(List.of(), alone.news());
    assertFalse(alone.view().refused(), "it is shown for a moment only");
  }

  @Test
  void aPressAfterTheRoomWasLeftOpensNothingThoughTheBridgeIsThere() {
    scenario.left();
    scenario.news();
    scenario.hold(800);
    assertEquals(List.of(), scenario.news());
    assertTrue(scenario.view().refused());
  }

  @Test
  void aRefusedPressDoesNotBecomeATalkWhenTheLinkComesBack() {
    scenario.left().press().accept(new Input.Joined()).millis(900).release();
    assertFalse(scenario.said().contains(START));
  }

  @Test
  void theLinkLostWhileTalkingShutsAtOnceAndCancelsWhenItIsBack() {
    scenario.press().millis(900).news();
    scenario.bridgeGone();
    assertEquals(List.of("mic shut"), scenario.news());
    assertFalse(scenario.view().talking());
    assertEquals("offline", scenario.state());

    scenario.millis(3_000).release().millis(3_000);
    assertEquals(List.of(), scenario.news());

    scenario.join().millis(3_000);
    assertEquals(1, Collections.frequency(scenario.said(), CANCEL));
    scenario.bridgeGone().join().left().accept(new Input.Joined());
    assertEquals(List.of(ASK_ON, ASK_ON), scenario.said(), "the cancel goes out once");
  }

  @Test
  void theRoomLeftWhileTalkingIsTheSame() {
    scenario.press().millis(900).news();
    scenario.left();
    assertEquals(List.of(TOLD_MUTED, "mic shut"), scenario.news());
    scenario.accept(new Input.Joined());
    assertEquals(1, Collections.frequency(scenario.said(), CANCEL));
  }

  @Test
  void theLinkLostBeforeTheEndWasToldIsACancelToo() {
    scenario.press().millis(900).microphone(Answer.HELD).release().bridgeGone().millis(2_000);
    scenario.releaseMicrophone().microphone(Answer.AT_ONCE).join();
    var said = scenario.said();
    assertEquals(1, Collections.frequency(said, CANCEL));
    assertFalse(said.contains(FINISH));
  }

  @Test
  void theButtonStillHeldWhenTheLinkIsBackTalksOnlyWhenPressedAgain() {
    scenario.press().millis(900).bridgeGone().join().millis(900).release();
    scenario.said();
    scenario.millis(100).hold(900);
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void aTalkThatAnEarlierProcessLeftOpenIsCancelledOnJoining() {
    var reborn = new Scenario("", false, true).ready();
    assertEquals(List.of(), reborn.said());
    reborn.join();
    assertEquals(1, Collections.frequency(reborn.said(), CANCEL));
    reborn.bridgeGone().join();
    assertEquals(List.of(ASK_ON), reborn.said());
    assertTrue(reborn.actuators.log.contains("mark quiet"));
  }

  @Test
  void theCancelThatIsOwedWaitsUntilTheMicrophoneIsShut() {
    scenario.press().millis(900).microphone(Answer.HELD).bridgeGone().join();
    assertEquals(List.of(START), scenario.said());
    scenario.releaseMicrophone();
    assertEquals(List.of("mic shut", CANCEL, ASK_ON), scenario.news());
    scenario.microphone(Answer.AT_ONCE).millis(5_000);
    assertEquals(List.of(), scenario.news());
  }

  @Test
  void theCancelThatIsOwedDoesNotWaitForEver() {
    scenario.press().millis(900).microphone(Answer.HELD).bridgeGone().join().millis(1_000);
    assertEquals(List.of(START, CANCEL, ASK_ON), scenario.said());
  }

  @Test
  void theCancelThatIsOwedOutlivesALinkThatIsLostBeforeItIsSaid() {
    scenario.press().millis(900).microphone(Answer.HELD).bridgeGone().join().bridgeGone();
    scenario.releaseMicrophone().microphone(Answer.AT_ONCE).join();
    assertEquals(List.of(START, CANCEL, ASK_ON), scenario.said());
  }

  @Test
  void anEndThatTheBridgeHasNotReadIsOwed() {
    scenario.press().millis(900).actuators.isBridgeDeaf = true;
    scenario.release().millis(1_000);
    scenario.bridgeGone();
    assertTrue(scenario.actuators.log.contains("lost " + FINISH));
    assertTrue(scenario.actuators.log.contains("mark talking"));
    scenario.join();
    assertEquals(List.of(START, CANCEL, ASK_ON), scenario.said());
  }

  @Test
  void aStartThatTheBridgeHasNotReadNeedsNoEnd() {
    scenario.actuators.isBridgeDeaf = true;
    scenario.press().millis(900);
    scenario.bridgeGone().join();
    assertEquals(List.of(ASK_ON), scenario.said());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void aCancelThatTheNextBridgeDidNotReadEitherIsStillOwed() {
    scenario.press().millis(900).bridgeGone();
    scenario.actuators.isDeafFromTheStart = true;
    scenario.join().millis(100).bridgeGone();
    scenario.actuators.isDeafFromTheStart = false;
    scenario.join();
    assertEquals(List.of(START, CANCEL, ASK_ON), scenario.said());
  }

  @Test
  void theModeRepeatedWhileTalkingChangesNothing() {
    scenario.press().millis(900).news();
    scenario.mode(true).mode(true);
    assertEquals(List.of(), scenario.news());
    assertTrue(scenario.view().talking());
    scenario.release();
    assertEquals(List.of(FINISH), scenario.said());
  }

  @Test
  void theModeSwitchedOffWhileTalkingEndsTheTalkAndThenConverses() {
    scenario.press().millis(900).news();
    scenario.mode(false);
    assertEquals(List.of(TOLD_MUTED, "mic shut", CANCEL, "mic open", TOLD_OPEN), scenario.news());
    assertEquals("false", scenario.status("pushToTalk", "enabled"));
    scenario.release();
    assertEquals(List.of(), scenario.news());
  }

  @Test
  void theModeSwitchedOffAtRestOpensTheMicrophoneAndOnShutsIt() {
    scenario.mode(false);
    assertEquals(List.of("mic open", TOLD_OPEN), scenario.news());
    scenario.mode(false);
    assertEquals(List.of(), scenario.news());
    scenario.mode(true);
    assertEquals(List.of(TOLD_MUTED, "mic shut"), scenario.news());
    scenario.hold(700);
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void theModeOffAndOnAgainWhileTheMicrophoneShutsLeavesItShut() {
    scenario.press().millis(900).microphone(Answer.HELD);
    scenario.mode(false).mode(true).releaseMicrophone().microphone(Answer.AT_ONCE).millis(2_000);
    assertEquals(List.of(START, CANCEL), scenario.said());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void withoutPushToTalkTheMicrophoneIsOpenFromJoiningOn() {
    var natural = new Scenario(NATURAL, false, false).ready();
    assertEquals(List.of("mic shut"), natural.news());
    natural.join();
    assertEquals(List.of(TOLD_MUTED, ASK_OFF, "mic open", TOLD_OPEN), natural.news());
    natural.bridgeGone();
    assertEquals(List.of("mic shut"), natural.news());
  }

  @Test
  void withoutPushToTalkTheMicrophoneStaysShutAgainstTheMute() {
    var natural = new Scenario(NATURAL, true, false).ready().join();
    assertFalse(natural.actuators.log.contains("ask open"));
    natural.mute(false);
    assertTrue(natural.actuators.isMicrophoneOpen);
    natural.mute(true);
    assertFalse(natural.actuators.isMicrophoneOpen);
  }

  @Test
  void withoutPushToTalkAPressIsATap() {
    var natural = Scenario.joined(NATURAL);
    natural.hold(1_500);
    assertEquals(List.of(), natural.news(), "nothing to silence");
    natural.hear(Heard.SPEECH_STARTED).millis(100).press();
    assertEquals(List.of(INTERRUPT), natural.news());
    assertEquals("idle", natural.state());
    natural.millis(1_500).release();
    assertEquals(List.of(), natural.news());
  }

  @Test
  void onJoiningAgainTheConfiguredModeHoldsUntilTheCloudSaysOtherwise() {
    scenario.mode(false).bridgeGone().join();
    assertEquals("true", scenario.status("pushToTalk", "enabled"));
    assertFalse(scenario.actuators.isMicrophoneOpen);
    scenario.mode(false);
    assertTrue(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void aSecondJoinedChangesNothing() {
    scenario.press().millis(900).news();
    scenario.accept(new Input.Joined());
    assertEquals(List.of(), scenario.news());
    assertTrue(scenario.view().talking());
  }

  @Test
  void aLateMessageAfterTheRoomWasLeftIsNoJoining() {
    scenario.left().news();
    scenario.hear(Heard.SPEECH_STOPPED);
    assertEquals(List.of(), scenario.news());
    assertEquals("false", scenario.status("link", "joined"));
  }

  @Test
  void aMessageThatTheOwnerHandedInIsNoJoining() throws Exception {
    var alone = new Scenario("", false, false).ready().accept(new Input.BridgeCame(1));
    var message = new Received("test", "speech", List.of(new Signal.Speaking()));
    alone.accept(new Input.Heard(message, false, 0));
    assertEquals(List.of(), alone.said());
    assertEquals("false", alone.status("link", "joined"));
    assertEquals("speaking", alone.state());
  }

  @Test
  void aButtonOfAnotherNameDoesNotTalk() {
    var scenario = Scenario.joined();
    scenario.accept(new Input.Edge("volume_up", true, scenario.nanos()));
    assertEquals(List.of(), scenario.news());
  }

  @Test
  void theReasonForWhichTheRoomWasLeftStandsWhenTheBridgeGoesToo() {
    var scenario = Scenario.joined();
    scenario.left().millis(60_000).bridgeGone();
    assertEquals("\"the room was closed\"", scenario.status("link", "reason"));
    assertEquals("\"2026-01-01T00:00:00Z\"", scenario.status("link", "since"));
  }
}
