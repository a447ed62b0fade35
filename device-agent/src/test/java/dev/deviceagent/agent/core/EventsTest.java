package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.codec.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of the cloud, and the resulting state of the speaker. */
class EventsTest {
  private final Scenario scenario = Scenario.joined();

  @Test
  void itStartsAndIsOfflineAndThenIdle() {
    var fresh = new Scenario("", false, false);
    assertEquals("starting", fresh.state());
    assertEquals("offline", fresh.ready().state());
    assertEquals("offline", fresh.accept(new Input.BridgeCame(1)).state());
    assertEquals("idle", fresh.accept(new Input.Joined()).state());
    assertEquals("offline", fresh.left().state());
  }

  @Test
  void speechStartedIsSpeakingAndStoppedIsIdle() {
    assertEquals("speaking", scenario.hear(Heard.SPEECH_STARTED).state());
    assertEquals(State.SPEAKING, scenario.view().state());
    assertEquals("idle", scenario.hear(Heard.SPEECH_STOPPED).state());
    assertEquals(State.IDLE, scenario.view().state());
  }

  @Test
  void interruptedStopsSpeakingAtOnce() {
    assertEquals("idle", scenario.hear(Heard.SPEECH_STARTED).hear(Heard.INTERRUPTED).state());
  }

  @Test
  void theOlderSdksBareWordIsTheSameEvent() {
    scenario.hear("event\0audio.agent.speech_started");
    assertEquals("speaking", scenario.state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio.agent.speech", "speech_started", "audio.agent.hummed"})
  void unknownEventsChangeNothing(String event) {
    var before = scenario.hear(Heard.SPEECH_STARTED).status();
    int log = scenario.actuators.log.size();
    scenario.hear(Heard.nertcEvent(event));
    assertEquals(log, scenario.actuators.log.size());
    assertEquals(before.get("state"), scenario.status().get("state"));
  }

  @ParameterizedTest
  @CsvSource({"1, listening", "2, thinking", "3, speaking", "0, speaking", "9, speaking"})
  void theAgentsStateIsTheSpeakers(int state, String word) {
    scenario.hear(Heard.SPEECH_STARTED).hear(Heard.agentState(state));
    assertEquals(word, scenario.state());
  }

  @ParameterizedTest
  @CsvSource({
    "0, speaking",
    "1, listening",
    "2, thinking",
    "3, speaking",
    "4, idle",
    "5, idle",
    "6, speaking"
  })
  void theStageIsTheState(int stage, String word) {
    scenario.hear(Heard.SPEECH_STARTED).hear(Heard.volcStage(stage));
    assertEquals(word, scenario.state());
  }

  @Test
  void ttsStartIsSpeakingAndStopIsIdle() {
    scenario.hear(Heard.nertc("tts", Heard.object("state", "start")));
    assertEquals("speaking", scenario.state());
    scenario.hear(Heard.nertc("tts", Heard.object("state", "pause")));
    assertEquals("speaking", scenario.state());
    scenario.hear(Heard.nertc("tts", Heard.object("state", "stop")));
    assertEquals("idle", scenario.state());
  }

  @Test
  void anAgentThatLeavesIsIdle() {
    scenario.hear(Heard.agentState(2)).hear(Heard.aiCall(1010, Heard.object("reason", 2001)));
    assertEquals("idle", scenario.state());
  }

  @Test
  void errorsAreShownAndPass() {
    scenario.hear(Heard.aiCall(1000, Heard.object("code", 4004)));
    assertEquals("error", scenario.state());
    assertEquals("idle", scenario.advance(Duration.ofMinutes(1)).state());
    scenario.hear(
        Heard.volc("conv", Heard.object("ErrorInfo", Heard.object("Reason", "no route"))));
    assertEquals("error", scenario.state());
    assertEquals("speaking", scenario.hear(Heard.SPEECH_STARTED).state());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noStateSticks(int state) {
    scenario.hear(Heard.agentState(state));
    assertEquals("idle", scenario.advance(Duration.ofMinutes(10)).state());
    assertEquals(Long.MAX_VALUE, scenario.core.deadlineNanos(), "nothing is waited for");
  }

  @Test
  void whoFinishedATalkDoesNotThinkForEver() {
    scenario.hold(900);
    assertEquals("thinking", scenario.state());
    assertEquals("idle", scenario.advance(Duration.ofMinutes(1)).state());
  }

  @Test
  void subtitlesKeepALongSpeechAlive() {
    scenario.hear(Heard.SPEECH_STARTED);
    for (int minute = 0; minute < 10; minute++) {
      scenario.advance(Duration.ofMinutes(1));
      scenario.hear(Heard.aiCall(1002, Heard.object("text", "once upon a time")));
      assertEquals("speaking", scenario.state());
    }
  }

  @Test
  void subtitlesAloneAreNoSpeech() {
    scenario.hear(Heard.aiCall(1002, Heard.object("text", "late words")));
    assertEquals("idle", scenario.state());
  }

  @Test
  void speechStoppedWhileTheButtonIsHeldDoesNotEndListening() {
    scenario.hear(Heard.SPEECH_STARTED).press();
    assertEquals("listening", scenario.hear(Heard.SPEECH_STOPPED).state());
    assertEquals("listening", scenario.hear(Heard.INTERRUPTED).state());
    assertTrue(scenario.view().talking());
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio.agent.speech_stopped", "audio.agent.interrupted"})
  void anAiThatSpeaksIntoATalkAndStopsIsNotSpeakingAnyMore(String event) {
    scenario.press().hear(Heard.SPEECH_STARTED).hear(Heard.nertcEvent(event));
    assertEquals("listening", scenario.state());
  }

  @Test
  void theLinkGoneEndsWhatTheAiWasDoing() {
    scenario.hear(Heard.SPEECH_STARTED).hear(Heard.aiCall(1014, Heard.object("emotion", "sad")));
    scenario.bridgeGone();
    assertEquals("offline", scenario.state());
    assertNull(scenario.view().emotion());
  }

  @Test
  void interruptedDropsSongsThatHaveNotBegunAndKeepsTheRest() {
    scenario.slow(Lane.PLAYBACK);
    scenario.hear(
        Heard.volcTool(
            play("1", "Clair de lune"), play("2", "Blue Danube"), pause("3"), play("4", "Aria")));
    scenario.hear(Heard.INTERRUPTED);
    assertEquals(
        List.of(failed("2", "interrupted"), failed("4", "interrupted")),
        scenario.said().stream().map(EventsTest::brief).toList());
    scenario.release(Lane.PLAYBACK);
    assertEquals(
        List.of("1 true", "3 true"), scenario.said().stream().map(EventsTest::brief).toList());
    assertEquals("\"paused\"", scenario.status("playback", "state"));
  }

  @Test
  void aTapThatInterruptsDropsThemToo() {
    scenario.slow(Lane.PLAYBACK).hear(Heard.SPEECH_STARTED);
    scenario.hear(Heard.volcTool(play("1", "Clair de lune"), play("2", "Blue Danube")));
    scenario.hold(200);
    assertTrue(scenario.said().stream().map(EventsTest::brief).toList().contains("2 interrupted"));
  }

  @Test
  void interruptedDropsWordsThatComeTooLate() {
    var nertc = Scenario.joined("link: {dialect: nertc}").slow(Lane.BATTERY);
    nertc.hear(Heard.nertcTool(Heard.call("1", "QueryDevice", Heard.object("type", "battery"))));
    nertc.hear(Heard.INTERRUPTED).release(Lane.BATTERY);
    assertEquals(List.of(), nertc.said());
    assertEquals("76", nertc.status("battery", "percent"), "it was seen all the same");
    nertc.hear(Heard.nertcTool(Heard.call("2", "QueryDevice", Heard.object("type", "battery"))));
    assertEquals(1, nertc.said().size());
  }

  @Test
  void badBytesAreCountedAndNothingElse() {
    scenario.hear("{").hear(new byte[0]).hear(new byte[] {'t', 'o', 'o', 'l', 0, 0, 0, 9, '{'});
    assertEquals("3", scenario.status("counters", "messagesRejected"));
    assertEquals("3", scenario.status("counters", "messagesIn"));
    assertEquals("idle", scenario.state());
    assertEquals("speaking", scenario.hear(Heard.SPEECH_STARTED).state());
  }

  private static Json.Obj play(String id, String song) {
    return Heard.call(id, "ControlPlayback", Heard.object("action", "play").with("song", song));
  }

  private static Json.Obj pause(String id) {
    return Heard.call(id, "ControlPlayback", Heard.object("action", "pause"));
  }

  private static String failed(String id, String error) {
    return id + " " + error;
  }

  /** "1 true" or "2 interrupted" for a func frame; any other frame unchanged. */
  private static String brief(String frame) {
    var parts = ToolAnswer.of(frame);
    return parts == null ? frame : parts.id() + " " + (parts.ok() ? "true" : parts.error());
  }
}
