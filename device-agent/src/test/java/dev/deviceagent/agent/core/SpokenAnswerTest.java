package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.nertcTool;
import static dev.deviceagent.agent.core.Heard.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** NERTC's tool message has no reply, so the answer to a query is spoken. */
class SpokenAnswerTest {
  private static final String NERTC = "link: {dialect: nertc}";

  private int ids;

  private String battery() {
    return query("battery");
  }

  private String query(String type) {
    return nertcTool(call("q" + ids++, "QueryDevice", object("type", type)));
  }

  private static String external(String words) {
    return Json.object()
        .with("call", "nertc_ai_external_tts")
        .with("text", words)
        .with("interruptMode", 1)
        .with("addContext", true)
        .toString();
  }

  @Test
  void onVolcengineTheAnswerIsExactlyOneCommandToSpeak() {
    var scenario = Scenario.joined("link: {dialect: volcengine}");
    scenario.hear(battery());
    assertEquals(
        List.of(
            "ctrl {\"Command\":\"ExternalTextToSpeech\","
                + "\"Message\":\"The battery is at 76 percent.\",\"InterruptMode\":1}"),
        scenario.said());
  }

  @Test
  void onNertcTheAnswerIsTheSdksCall() {
    var scenario = Scenario.joined(NERTC);
    scenario.hear(battery());
    assertEquals(List.of(external("The battery is at 76 percent.")), scenario.said());
  }

  @Test
  void onAiCallWhichCannotSpeakThereIsNone() {
    var scenario = Scenario.joined();
    scenario.hear(battery());
    assertEquals(List.of(), scenario.said());
    assertEquals("76", scenario.status("battery", "percent"));
  }

  @Test
  void speakSaysByWhichWayWhateverTheDialect() {
    var scenario = Scenario.joined("link: {dialect: aicall, speak: nertc}");
    scenario.hear(battery());
    assertEquals(List.of(external("The battery is at 76 percent.")), scenario.said());
    var silent = Scenario.joined("link: {dialect: nertc, speak: none}");
    silent.hear(battery());
    assertEquals(List.of(), silent.said());
  }

  @Test
  void theOwnersLanguageIsSpoken() {
    var scenario = Scenario.joined("language: zh-CN\n" + NERTC);
    scenario.hear(battery());
    assertEquals(List.of(external("电量还有百分之76。")), scenario.said());
  }

  @Test
  void whatIsNotKnownIsSaidToBeUnknown() {
    var scenario = Scenario.joined(NERTC);
    scenario.board.charge(new Battery.Charge(null, null));
    scenario.hear(battery());
    assertEquals(List.of(external("I do not know how full the battery is.")), scenario.said());
    scenario.board.charge(new Battery.Charge(12, true));
    scenario.hear(battery());
    assertEquals(List.of(external("The battery is at 12 percent and charging.")), scenario.said());
  }

  @Test
  void everyQuestionIsAnswered() {
    var scenario = Scenario.joined(NERTC);
    for (var type : List.of("volume", "playback", "lights", "network")) {
      scenario.hear(query(type));
    }
    assertEquals(
        List.of(
            external("The volume is at 50 percent."),
            external("Nothing is playing."),
            external("All lights are off."),
            external("The network is connected.")),
        scenario.said());
    scenario.hear(
        nertcTool(
            call("l", "ControlDevice", object("device", "light").with("state", "on")),
            call("p", "ControlPlayback", object("action", "play").with("song", "Aria"))));
    scenario.hear(query("lights")).hear(query("playback"));
    assertEquals(List.of(external("On: light."), external("Playing Aria.")), scenario.said());
  }

  @Test
  void aQuestionThatCouldNotBeAnsweredIsAnsweredSo() throws Exception {
    var scenario = Scenario.joined(NERTC);
    scenario.board.inject("battery", Fault.failing());
    scenario.hear(battery());
    assertEquals(List.of(external("Sorry, I could not read the battery.")), scenario.said());
  }

  @Test
  void aQuestionThatTakesTooLongIsAnsweredOnce() {
    var scenario = Scenario.joined(NERTC).slow(Lane.BATTERY);
    scenario.hear(battery()).millis(10_000);
    assertEquals(List.of(external("Sorry, I could not read the battery.")), scenario.said());
    scenario.release(Lane.BATTERY);
    assertEquals(List.of(), scenario.said());
  }

  @Test
  void aQuestionThatMakesNoSenseIsAnsweredSo() {
    var scenario = Scenario.joined(NERTC);
    scenario.hear(query("weather"));
    assertEquals(List.of(external("Sorry, I do not know what you want to know.")), scenario.said());
  }

  @Test
  void whatIsNoQuestionIsNotSpokenNeitherDoneNorFailed() throws Exception {
    var scenario = Scenario.joined(NERTC);
    scenario.hear(nertcTool(call("a", "SetVolume", object("volume", 80))));
    scenario.hear(nertcTool(call("b", "SetVolume", object("volume", 200))));
    scenario.board.inject("volume", Fault.failing());
    scenario.hear(nertcTool(call("c", "SetVolume", object("volume", 20))));
    scenario.hear(nertcTool(call("d", "Toast", null)));
    assertEquals(List.of(), scenario.said());
    assertEquals("3", scenario.status("counters", "toolFailures"));
  }

  @Test
  void aQuestionByAWayThatHasAnAnswerIsNotSpokenToo() {
    var scenario = Scenario.joined("link: {dialect: volcengine}");
    scenario.hear(Heard.volcTool(call("a", "QueryDevice", object("type", "battery"))));
    assertEquals(
        List.of("func"), scenario.said().stream().map(line -> line.substring(0, 4)).toList());
  }

  @Test
  void aRepeatedQuestionIsNotSpokenTwice() {
    var scenario = Scenario.joined(NERTC);
    var question = battery();
    scenario.hear(question).hear(question);
    assertEquals(1, scenario.said().size());
  }
}
