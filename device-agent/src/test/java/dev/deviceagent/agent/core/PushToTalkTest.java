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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The talk button in a conversation without faults. */
class PushToTalkTest {
  private final Scenario scenario = Scenario.joined();

  @Test
  void aPressIsToldAndThenOpensTheMicrophone() {
    scenario.press();
    assertEquals(List.of(START, "mic open", TOLD_OPEN), scenario.news());
    assertEquals("true", scenario.status("pushToTalk", "talking"));
    assertEquals("true", scenario.status("microphone", "open"));
    assertEquals("listening", scenario.state());
    assertTrue(scenario.view().talking());
    assertTrue(scenario.view().microphoneOpen());
  }

  @Test
  void aPressIsToldAtOnceAndNotWhenTheMicrophoneIsOpen() {
    scenario.microphone(Answer.HELD).press();
    assertEquals(List.of(START), scenario.news());
    scenario.releaseMicrophone();
    assertEquals(List.of("mic open", TOLD_OPEN), scenario.news());
  }

  @Test
  void aReleaseShutsTheMicrophoneAndThenFinishes() {
    scenario.press().millis(900).news();
    scenario.release();
    assertEquals(List.of(TOLD_MUTED, "mic shut", FINISH), scenario.news());
    assertEquals("false", scenario.status("pushToTalk", "talking"));
    assertEquals("false", scenario.status("microphone", "open"));
    assertEquals("thinking", scenario.state());
    assertFalse(scenario.view().talking());
    assertFalse(scenario.view().microphoneOpen());
  }

  @Test
  void theEndIsNotToldBeforeTheMicrophoneIsShut() {
    scenario.press().millis(900).microphone(Answer.HELD).news();
    scenario.release().millis(999);
    assertEquals(List.of(TOLD_MUTED), scenario.news());
    scenario.releaseMicrophone();
    assertEquals(List.of("mic shut", FINISH), scenario.news());
  }

  @Test
  void aPressOfExactlyTheShortestIsACancel() {
    scenario.hold(500);
    assertEquals(
        List.of(START, "mic open", TOLD_OPEN, TOLD_MUTED, "mic shut", CANCEL), scenario.news());
    assertEquals("idle", scenario.state());
  }

  @Test
  void aPressAMillisecondLongerIsNone() {
    scenario.hold(501);
    assertEquals(
        List.of(START, "mic open", TOLD_OPEN, TOLD_MUTED, "mic shut", FINISH), scenario.news());
  }

  @Test
  void aPressIsMeasuredFromEdgeToEdgeHoweverSlowTheMicrophoneIs() {
    scenario.microphone(Answer.HELD).press().millis(300).releaseMicrophone();
    scenario.millis(200).release().millis(400).releaseMicrophone();
    assertEquals(List.of(START, CANCEL), scenario.said());
  }

  @Test
  void theShortestIsTheOwnersToSet() {
    var quick = Scenario.joined("push_to_talk: {shortest: 80ms}");
    quick.hold(80).millis(100).hold(81);
    assertEquals(List.of(START, CANCEL, START, FINISH), quick.said());
  }

  @Test
  void aTapWhileTheAiSpeaksInterruptsItToo() {
    scenario.hear(Heard.SPEECH_STARTED).hold(200);
    assertEquals(List.of(START, CANCEL, INTERRUPT), scenario.said());
    assertEquals("idle", scenario.state());
  }

  @Test
  void aTapWhileTheAiIsSilentOnlyCancels() {
    scenario.hear(Heard.SPEECH_STARTED).hear(Heard.SPEECH_STOPPED).hold(200);
    assertEquals(List.of(START, CANCEL), scenario.said());
  }

  @Test
  void aTapInterruptsAnAiThatBeganToSpeakDuringIt() {
    scenario.press().hear(Heard.SPEECH_STARTED).millis(200).release();
    assertEquals(List.of(START, CANCEL, INTERRUPT), scenario.said());
    assertEquals("idle", scenario.state());
  }

  @Test
  void aLongPressWhileTheAiSpeaksIsATalkLikeAnyOther() {
    scenario.hear(Heard.SPEECH_STARTED).hold(2000);
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void aTalkFinishesByItselfAtTheLongest() {
    scenario.press().millis(59_999);
    assertEquals(List.of(START, "mic open", TOLD_OPEN), scenario.news());
    scenario.millis(1);
    assertEquals(List.of(TOLD_MUTED, "mic shut", FINISH), scenario.news());
  }

  @Test
  void theReleaseAfterTheLongestChangesNothing() {
    scenario.press().millis(65_000).news();
    scenario.release().millis(5_000);
    assertEquals(List.of(), scenario.news());
    scenario.hold(700);
    assertEquals(List.of(START, FINISH), scenario.said());
  }

  @Test
  void theLongestIsTheOwnersToSet() {
    var brief = Scenario.joined("push_to_talk: {longest: 5s}");
    brief.press().advance(Duration.ofSeconds(5));
    assertEquals(List.of(START, FINISH), brief.said());
  }

  @Test
  void onJoiningTheConfiguredModeIsAskedFor() {
    var fresh = new Scenario("", false, false).ready();
    assertEquals(List.of("mic shut"), fresh.news());
    fresh.join();
    assertEquals(List.of(TOLD_MUTED, ASK_ON), fresh.news());

    var natural = new Scenario("push_to_talk: {enabled: false}", false, false).ready().join();
    assertEquals(List.of(ASK_OFF), natural.said());
  }

  @Test
  void theMicrophoneIsShutAsSoonAsTheBoardIsThere() {
    var fresh = new Scenario("", false, false);
    assertTrue(fresh.actuators.isMicrophoneOpen);
    fresh.ready();
    assertFalse(fresh.actuators.isMicrophoneOpen);
  }

  @Test
  void aBridgeThatOnlyBringsAMessageIsTakenAsJoined() {
    var shy = new Scenario("", false, false).ready().accept(new Input.BridgeCame(1));
    assertEquals(List.of(), shy.said());
    shy.hear(Heard.SPEECH_STARTED);
    assertEquals(List.of(ASK_ON), shy.said());
    assertEquals("true", shy.status("link", "joined"));
  }

  @Test
  void theStartAndTheEndOfATalkAreMarkedAsSuch() {
    scenario.hold(700).millis(1_000).hold(200);
    assertEquals(
        List.of("START " + START, "END " + FINISH, "START " + START, "END " + CANCEL),
        scenario.actuators.marked);
  }

  @Test
  void whoTalksIsListenedToHoweverLongItTakes() {
    var patient = Scenario.joined("push_to_talk: {longest: 1h}");
    patient.press().advance(Duration.ofMinutes(30));
    assertEquals("listening", patient.state());
    assertTrue(patient.view().talking());
  }

  @Test
  void theOtherCloudsHearItInTheirOwnWords() {
    var nertc = Scenario.joined("link: {dialect: nertc}");
    nertc.hold(700).millis(100).hold(100);
    assertEquals(
        List.of(
            "{\"call\":\"nertc_ai_manual_start_listen\"}",
            "{\"call\":\"nertc_ai_manual_stop_listen\"}",
            "{\"call\":\"nertc_ai_manual_start_listen\"}",
            "{\"call\":\"nertc_ai_manual_stop_listen\"}",
            "{\"call\":\"nertc_ai_manual_interrupt\"}"),
        nertc.said());

    var volc = Scenario.joined("link: {dialect: volcengine}");
    volc.hold(700);
    assertEquals(
        List.of(
            "ctrl {\"Command\":\"interrupt\"}", "ctrl {\"Command\":\"FinishSpeechRecognition\"}"),
        volc.said());
  }
}
