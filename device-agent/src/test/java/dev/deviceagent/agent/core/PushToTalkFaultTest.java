package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Scenario.CANCEL;
import static dev.deviceagent.agent.core.Scenario.FINISH;
import static dev.deviceagent.agent.core.Scenario.START;
import static dev.deviceagent.agent.core.Scenario.TOLD_MUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.RecordedActuators.Answer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The talk button with a failing or slow microphone, with the owner's mute, and at the end. */
class PushToTalkFaultTest {
  private final Scenario scenario = Scenario.joined();

  @Test
  void aMicrophoneThatDoesNotOpenCancelsTheTalkAndShowsAnError() {
    scenario.microphone(Answer.FAILING).press();
    assertEquals(List.of(START, CANCEL), scenario.said());
    assertEquals("error", scenario.state());
    scenario.millis(900).release();
    assertEquals(List.of(), scenario.said());
    scenario.millis(10_000);
    assertEquals("idle", scenario.state(), "an error passes too");
  }

  @Test
  void aMicrophoneThatNeverAnswersFinishesAfterASecond() {
    scenario.press().millis(900).microphone(Answer.HELD).news();
    scenario.release().millis(999);
    assertEquals(List.of(TOLD_MUTED), scenario.news(), "the bridge is mute by now");
    scenario.millis(1);
    assertEquals(List.of(FINISH), scenario.news());
    scenario.releaseMicrophone().millis(5_000);
    assertEquals(List.of("mic shut"), scenario.news());
  }

  @Test
  void aMicrophoneThatNeverAnswersEvenToOpenStillEndsTheTalk() {
    scenario.microphone(Answer.HELD).press().millis(900).release().millis(1_000);
    assertEquals(List.of(START, FINISH), scenario.said());
    scenario.releaseMicrophone();
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertFalse(scenario.news().contains(Scenario.TOLD_OPEN));
  }

  @Test
  void aMicrophoneThatDoesNotShutIsTriedAgainAndShownAsOpen() {
    scenario.press().millis(900).microphone(Answer.FAILING).release();
    assertEquals(List.of(START, FINISH), scenario.said());
    for (int i = 0; i < 30; i++) {
      scenario.millis(1_000);
      assertEquals("true", scenario.status("microphone", "open"));
      assertTrue(scenario.view().microphoneOpen());
    }
    assertTrue(Collections.frequency(scenario.actuators.log, "ask shut") >= 30);
    scenario.microphone(Answer.AT_ONCE).millis(1_000);
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertEquals("false", scenario.status("microphone", "open"));
    assertFalse(scenario.view().microphoneOpen());
    int asked = scenario.actuators.log.size();
    scenario.millis(60_000);
    assertEquals(
        0,
        Collections.frequency(
            scenario.actuators.log.subList(asked, scenario.actuators.log.size()), "ask shut"));
  }

  @Test
  void aFailureOfAnOrderThatIsOutdatedIsNotTriedAgain() {
    scenario.microphone(Answer.HELD).press().millis(900).release();
    scenario.microphone(Answer.FAILING).actuators.moveOnce();
    scenario.microphone(Answer.HELD).accept(new Input.AskStatus(_ -> {})).millis(5_000);
    assertEquals(
        2, Collections.frequency(scenario.actuators.log, "ask shut"), "at the start, and now");
  }

  @Test
  void aMicrophoneThatCannotBeAskedIsUnknownAndShownAsOpen() {
    scenario.press().millis(900).microphone(Answer.UNREADABLE).release();
    assertEquals("null", scenario.status("microphone", "open"));
    assertTrue(scenario.view().microphoneOpen(), "the light errs on the safe side");
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void aPressWhileTheTalkBeforeIsShuttingBeginsWhenThatIsTold() {
    scenario.press().millis(900).microphone(Answer.HELD).release().millis(50).press();
    assertEquals(List.of(START), scenario.said());
    scenario.releaseMicrophone().releaseMicrophone().millis(600).release().releaseMicrophone();
    assertEquals(List.of(FINISH, START, FINISH), scenario.said());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void aPressThatCameAndWentWhileTheTalkBeforeWasShuttingDoesNotStickOpen() {
    scenario.press().millis(900).microphone(Answer.HELD).release().millis(50);
    scenario.hold(100).releaseMicrophone().microphone(Answer.AT_ONCE).millis(2_000);
    var said = scenario.said();
    assertEquals(
        Collections.frequency(said, START),
        Collections.frequency(said, FINISH) + Collections.frequency(said, CANCEL));
    assertFalse(scenario.view().talking());
    assertFalse(scenario.actuators.isMicrophoneOpen);
  }

  @Test
  void itIsReadyOnceTheMicrophoneHasAnswered() {
    var fresh = new Scenario("", false, false);
    fresh.microphone(Answer.HELD).ready();
    assertFalse(fresh.actuators.log.contains("ready"));
    fresh.releaseMicrophone();
    fresh.press().millis(900).release();
    assertEquals(1, Collections.frequency(fresh.actuators.log, "ready"));
  }

  /**
   * If the agent were not ready, systemd would restart it endlessly, and no status would tell the
   * owner the cause.
   */
  @Test
  void aMicrophoneThatDoesNotShutIsAProblemAndDoesNotKeepItFromBeingReady() {
    var fresh = new Scenario("", false, false);
    fresh.microphone(Answer.FAILING).ready(); // it was open and does not shut
    assertEquals(1, Collections.frequency(fresh.actuators.log, "ready"));
    assertEquals("true", fresh.status("microphone", "open"));
    assertEquals("\"is stuck\"", fresh.status("problems", "microphone"));
  }

  @Test
  void aMicrophoneThatIsNotThereDoesNotKeepItFromBeingReady() {
    var fresh = new Scenario("", false, false);
    fresh.microphone(Answer.UNREADABLE).ready();
    assertEquals(1, Collections.frequency(fresh.actuators.log, "ready"));
  }

  @Test
  void muteWhileTalkingShutsAndCancels() {
    scenario.press().millis(900).news();
    scenario.mute(true);
    assertEquals(List.of(TOLD_MUTED, "mic shut", CANCEL), scenario.news());
    assertTrue(scenario.view().muted());
    assertEquals("true", scenario.status("microphone", "mutedByOwner"));
    scenario.millis(100).release();
    assertEquals(List.of(), scenario.news());
  }

  @Test
  void whileMutedAPressIsRefusedAndShown() {
    scenario.mute(true);
    scenario.news();
    scenario.press();
    assertTrue(scenario.view().refused());
    scenario.millis(900).release();
    assertEquals(List.of(), scenario.news());
  }

  @Test
  void unmutedTheButtonTalksAgain() {
    scenario.mute(true);
    scenario.mute(false);
    scenario.news();
    scenario.hold(900);
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void unmutingUnderAHeldButtonDoesNotOpen() {
    scenario.press().millis(900);
    scenario.mute(true);
    scenario.mute(false);
    scenario.millis(2_000);
    assertFalse(scenario.actuators.isMicrophoneOpen);
    scenario.release();
    assertEquals(List.of(START, CANCEL), scenario.said());
  }

  @Test
  void muteWhileTheMicrophoneIsStillOpeningNeverOpensIt() {
    scenario.microphone(Answer.HELD).press();
    scenario.mute(true);
    scenario.releaseMicrophone();
    assertFalse(scenario.actuators.isMicrophoneOpen);
    assertEquals(List.of(START, "mic shut", CANCEL), scenario.news());
  }

  @Test
  void stopWhileTalkingShutsCancelsAndEnds() {
    scenario.press().millis(900).news();
    scenario.stop();
    assertEquals(List.of(TOLD_MUTED, "mic shut", CANCEL), scenario.news());
    assertTrue(scenario.core.isOver());
  }

  @Test
  void stopWaitsForASlowMicrophoneButNotForEver() {
    scenario.press().millis(900).microphone(Answer.HELD).stop();
    assertFalse(scenario.core.isOver());
    scenario.millis(1_500);
    assertTrue(scenario.core.isOver());
    assertEquals(List.of(START, CANCEL), scenario.said());
  }

  @Test
  void stopWhileTheTalkIsFinishingLetsItFinish() {
    scenario.press().millis(900).microphone(Answer.HELD).release().stop().releaseMicrophone();
    assertEquals(List.of(START, FINISH), scenario.said());
    assertTrue(scenario.core.isOver());
  }

  @Test
  void stopAtRestEndsAtOnce() {
    scenario.stop();
    assertTrue(scenario.core.isOver());
  }

  @Test
  void stopInANaturalConversationShutsTheMicrophone() {
    var natural = Scenario.joined("push_to_talk: {enabled: false}");
    assertTrue(natural.actuators.isMicrophoneOpen);
    natural.stop();
    assertFalse(natural.actuators.isMicrophoneOpen);
    assertTrue(natural.core.isOver());
  }

  @Test
  void afterStopAPressOpensNothing() {
    scenario.press().millis(900).microphone(Answer.HELD).release().stop().millis(50).press();
    scenario.releaseMicrophone().releaseMicrophone();
    assertEquals(List.of(START, FINISH), scenario.said());
    assertFalse(scenario.actuators.isMicrophoneOpen);

    var natural = Scenario.joined("push_to_talk: {enabled: false}");
    natural.microphone(Answer.HELD).stop().mode(true).press().releaseMicrophone();
    assertEquals(List.of(), natural.said());
    assertFalse(natural.actuators.isMicrophoneOpen);
  }

  @Test
  void afterStopNothingOpensTheMicrophoneAgain() {
    var natural = Scenario.joined("push_to_talk: {enabled: false}");
    natural.microphone(Answer.HELD).stop().mode(true).mode(false);
    natural.mute(true);
    natural.mute(false);
    natural.bridgeGone().join();
    assertEquals("ask shut", lastAsked(natural));
  }

  private static String lastAsked(Scenario scenario) {
    return scenario.actuators.log.stream()
        .filter(line -> line.startsWith("ask "))
        .reduce("none", (_, last) -> last);
  }
}
