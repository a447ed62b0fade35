package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.object;
import static dev.deviceagent.agent.core.Heard.volcTool;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Many calls: their order, their repetitions, and timeouts. */
class CallsTest {
  private final Scenario scenario = Scenario.joined();

  private static Json.Obj volume(String id, int percent) {
    return call(id, "SetVolume", object("volume", percent));
  }

  private static Json.Obj battery(String id) {
    return call(id, "QueryDevice", object("type", "battery"));
  }

  /** Each answer since the last call of this method, as "id ok" or "id error". */
  private List<String> answers() {
    return scenario.said().stream()
        .map(frame -> Objects.requireNonNull(ToolAnswer.of(frame), frame))
        .map(answer -> answer.id() + " " + (answer.ok() ? "ok" : answer.error()))
        .toList();
  }

  private String counted(String what) {
    return scenario.status("counters", what);
  }

  @Test
  void everyCallOfAMessageRunsInOrder() {
    scenario.hear(volcTool(volume("a", 10), volume("b", 20), volume("c", 30)));
    assertEquals(List.of("a ok", "b ok", "c ok"), answers());
    assertEquals("30", scenario.status("volume", "percent"));
  }

  @Test
  void aBadCallDoesNotStopTheNext() {
    scenario.hear(
        volcTool(
            volume("a", 200),
            call("b", "Toast", null),
            Json.object().with("id", "c"),
            volume("d", 30)));
    assertEquals(List.of("a out_of_range", "b unknown_tool", "c unknown_tool", "d ok"), answers());
    assertEquals("4", counted("toolCalls"));
    assertEquals("3", counted("toolFailures"));
  }

  @Test
  void aCallSeenWithinTheMinuteIsNotRunTwiceButAnsweredAgain() {
    scenario.hear(volcTool(call("a", "SetVolume", object("change", 10))));
    assertEquals(List.of("a ok"), answers());
    scenario.advance(Duration.ofSeconds(60));
    scenario.hear(volcTool(call("a", "SetVolume", object("change", 10))));
    assertEquals(List.of("a ok"), answers());
    assertEquals("60", scenario.status("volume", "percent"));
    assertEquals("1", counted("toolCalls"));
    assertEquals(1, Collections.frequency(scenario.actuators.log, "run volume"));
  }

  @Test
  void aCallSeenMoreThanAMinuteAgoIsRunAgain() {
    scenario.hear(volcTool(call("a", "SetVolume", object("change", 10))));
    scenario.advance(Duration.ofMillis(60_001));
    scenario.hear(volcTool(call("a", "SetVolume", object("change", 10))));
    assertEquals("70", scenario.status("volume", "percent"));
  }

  @Test
  void aCallRepeatedWhileItRunsIsAnsweredOnce() {
    scenario.slow(Lane.VOLUME).hear(volcTool(volume("a", 10)));
    scenario.hear(volcTool(volume("a", 10)));
    assertEquals(List.of(), answers());
    scenario.release(Lane.VOLUME);
    assertEquals(List.of("a ok"), answers());
  }

  @Test
  void theSameIdTwiceInOneMessageIsOneCall() {
    scenario.hear(
        volcTool(
            call("a", "SetVolume", object("change", 10)),
            call("a", "SetVolume", object("change", 10))));
    assertEquals("60", scenario.status("volume", "percent"));
  }

  @Test
  void theSameIdWithOtherArgumentsIsAnotherCall() {
    scenario.hear(volcTool(volume("call_0", 46)));
    scenario.hear(volcTool(volume("call_0", 47)));
    assertEquals("47", scenario.status("volume", "percent"));
    assertEquals(List.of("call_0 ok", "call_0 ok"), answers());
  }

  @Test
  void theSameIdWithAnotherNameIsAnotherCall() {
    scenario.hear(volcTool(call("1", "SetVolume", object("change", 10))));
    scenario.hear(volcTool(call("1", "xiaozhi_SetVolume", object("change", 10))));
    assertEquals("70", scenario.status("volume", "percent"));
  }

  @Test
  void anEmptyOrMissingIdIsNeverARepetition() {
    var empty = call("", "SetVolume", object("change", 10));
    var missing = Json.object().with("function", empty.get("function"));
    scenario.hear(volcTool(empty, empty));
    scenario.hear(volcTool(missing, missing));
    assertEquals("90", scenario.status("volume", "percent"));
  }

  @Test
  void anIdGoesBackAsItCame() {
    var numeric = call("7", "SetVolume", object("volume", 30)).with("id", 7);
    scenario.hear(volcTool(numeric.with("type", "tool")));
    assertEquals(
        List.of("func {\"ToolCallID\":7,\"Content\":\"{\\\"ok\\\":true,\\\"volume\\\":30}\"}"),
        scenario.said());
  }

  @Test
  void theSameIdOnTheNextConnectionIsAnotherCall() {
    setVolume("call_1");
    int before = runs();
    scenario.bridgeGone().join();
    setVolume("call_1");
    assertEquals(before + 1, runs());
  }

  @Test
  void theFirstOfSeveralCallsIsRememberedToo() {
    scenario.hear(volcTool(volume("a", 10), battery("b"), volume("c", 30), volume("d", 40)));
    scenario.said();
    scenario.hear(volcTool(volume("a", 10)));
    assertEquals(List.of("a ok"), answers());
    assertEquals("40", scenario.status("volume", "percent"), "it was not run again");
    assertEquals("4", counted("toolCalls"));
  }

  /**
   * New ids must not fill the memory, so the number of remembered ids is limited; a thousand is a
   * minute's worth of calls.
   */
  @Test
  void aThousandIdsAreRemembered() {
    for (int i = 0; i < 1_002; i++) {
      setVolume("call_" + i);
    }
    int before = runs();
    setVolume("call_2");
    assertEquals(before, runs(), "remembered");
    setVolume("call_0");
    assertEquals(before + 1, runs(), "forgotten");
  }

  private void setVolume(String id) {
    scenario.hear(Heard.nertcTool(Heard.call(id, "SetVolume", object("volume", 40))));
  }

  private int runs() {
    return Collections.frequency(scenario.actuators.log, "run volume");
  }

  @Test
  void callsWithoutAnIdAreNeverRepetitions() {
    var change = object("name", "SetVolume").with("arguments", "{\"change\":10}");
    scenario.hear(Heard.nertcTool(object("function", change), object("function", change)));
    assertEquals("70", scenario.status("volume", "percent"));
  }

  @Test
  void theSameIdOnAnotherChannelIsAnotherCall() {
    scenario.hear(volcTool(call("1", "SetVolume", object("change", 10))));
    scenario.hear(Heard.nertcTool(call("1", "SetVolume", object("change", 10))));
    scenario.hear(Heard.mcpCall("1", "SetVolume", object("change", 10)));
    assertEquals("80", scenario.status("volume", "percent"));
  }

  @Test
  void aSlowToolDoesNotDelayAnotherDevices() {
    scenario.slow(Lane.PLAYBACK);
    scenario.hear(
        volcTool(call("a", "ControlPlayback", object("action", "play")), volume("b", 30)));
    assertEquals(List.of("b ok"), answers());
    scenario.release(Lane.PLAYBACK);
    assertEquals(List.of("a ok"), answers());
  }

  @Test
  void aSlowToolDoesNotDelayTheButton() {
    scenario.slow(Lane.VOLUME).hear(volcTool(volume("a", 10))).hold(700);
    assertEquals(List.of(Scenario.START, Scenario.FINISH), scenario.said());
  }

  @Test
  void oneCallTooManyForALaneIsBusy() {
    scenario.slow(Lane.VOLUME);
    var calls = new ArrayList<String>();
    for (int i = 1; i <= RecordedActuators.LANE_MOST; i++) {
      scenario.hear(volcTool(volume("v" + i, i)));
      calls.add("v" + i + " ok");
    }
    assertEquals(List.of(), answers());
    scenario.hear(volcTool(volume("v9", 9), battery("b")));
    assertEquals(List.of("v9 busy", "b ok"), answers());
    scenario.release(Lane.VOLUME);
    assertEquals(calls, answers());
    assertEquals("8", scenario.status("volume", "percent"));
  }

  @Test
  void aCallThatTakesTooLongIsAnsweredAndNotTwice() {
    scenario.slow(Lane.VOLUME).hear(volcTool(volume("a", 10))).millis(9_999);
    assertEquals(List.of(), answers());
    scenario.millis(1);
    assertEquals(List.of("a timeout"), answers());
    assertEquals("1", counted("toolFailures"));
    scenario.release(Lane.VOLUME);
    assertEquals(List.of(), answers());
    assertEquals("10", scenario.status("volume", "percent"), "it is the truth, though late");
    assertEquals("1", counted("toolFailures"));
    scenario.hear(volcTool(volume("a", 10)));
    assertEquals(List.of("a timeout"), answers());
  }

  @Test
  void afterAnAnswerNothingIsWaitedFor() {
    scenario.hear(volcTool(volume("a", 10)));
    scenario.millis(2000); // the time for which the volume is shown
    assertEquals(Long.MAX_VALUE, scenario.core.deadlineNanos());
  }

  @Test
  void countersCountWhatTheySay() throws Exception {
    scenario.hear(volcTool(volume("a", 10), volume("b", 20)));
    scenario.board.inject("volume", Fault.failing());
    scenario.hear(volcTool(volume("c", 10))).hear("rubbish");
    assertEquals("3", counted("messagesIn"));
    assertEquals("1", counted("messagesRejected"));
    assertEquals("3", counted("toolCalls"));
    assertEquals("1", counted("toolFailures"));
    // Greeting, request for the mode, and three answers.
    assertEquals("5", counted("framesOut"));
  }

  @Test
  void anAnswerForABridgeThatHasGoneIsNotSentToTheNext() {
    scenario.slow(Lane.VOLUME).hear(volcTool(volume("a", 10))).bridgeGone();
    scenario.release(Lane.VOLUME);
    assertEquals(List.of(), answers());
    assertEquals("10", scenario.status("volume", "percent"));
  }

  @Test
  void aCallWithoutAnIdOnVolcengineIsRunAndHasNoAnswer() {
    var change = object("name", "SetVolume").with("arguments", "{\"volume\":10}");
    scenario.hear(volcTool(object("function", change)));
    assertEquals(List.of(), answers());
    assertEquals("10", scenario.status("volume", "percent"));
  }
}
