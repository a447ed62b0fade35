package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.custom;
import static dev.deviceagent.agent.core.Heard.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Colour;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages from the operator's server to the owner. */
class AnnouncementTest {
  private static final String SPOKEN = "link: {speak: nertc}";

  private final Scenario scenario = Scenario.joined(SPOKEN);

  private static String words(String text, int mode) {
    return object("call", "nertc_ai_external_tts")
        .with("text", text)
        .with("interruptMode", mode)
        .with("addContext", true)
        .toString();
  }

  private static int rings(Scenario scenario) {
    return Collections.frequency(scenario.actuators.log, "ring");
  }

  @Test
  void plainTextIsAChimeALightAndWords() {
    scenario.hear(custom("Dinner is ready"));
    assertEquals(1, rings(scenario));
    assertNotNull(scenario.view().announcement());
    assertEquals(List.of(words("Dinner is ready", 2)), scenario.said());
  }

  @Test
  void theLightGoesOutByItself() {
    scenario.hear(custom("Dinner is ready")).millis(4_000);
    assertNotNull(scenario.view().announcement());
    scenario.millis(2_000);
    assertNull(scenario.view().announcement());
  }

  @Test
  void jsonThatSaysSomethingIsRead() {
    scenario.hear(
        custom("{\"say\":\"Wake up\",\"light\":\"#102030\",\"chime\":false,\"interruptMode\":1}"));
    assertEquals(0, rings(scenario));
    assertEquals(Colour.of(0x102030), scenario.view().announcement());
    assertEquals(List.of(words("Wake up", 1)), scenario.said());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"hello\"}",
        "{\"say\":17}",
        "{\"say\":\"x\",\"interruptMode\":9}",
        "{\"say\":\"",
        "{}",
        "{\"say\":\"  \"}"
      })
  void jsonThatCannotBeReadOutIsAChimeAndALight(String text) {
    scenario.hear(custom(text));
    assertEquals(1, rings(scenario));
    assertNotNull(scenario.view().announcement());
    assertEquals(List.of(), scenario.said());
  }

  @Test
  void anObjectInPlaceOfItsTextIsUnderstood() {
    scenario.hear(Heard.aiCall(1011, object("message", object("say", "Dinner"))));
    assertEquals(List.of(words("Dinner", 2)), scenario.said());
  }

  @Test
  void aCustomMessageThatNamesAToolRunsIt() {
    scenario.hear(custom("{\"tool\":\"SetVolume\",\"arguments\":{\"volume\":80}}"));
    assertEquals("80", scenario.status("volume", "percent"));
    assertEquals(0, rings(scenario));
    assertEquals(List.of(), scenario.said());
    assertEquals("1", scenario.status("counters", "toolCalls"));
  }

  @Test
  void aCustomCallThatIsWrongIsAFailureAndNoAnnouncement() {
    scenario.hear(custom("{\"tool\":\"SetVolume\",\"arguments\":{\"volume\":800}}"));
    scenario.hear(custom("{\"tool\":\"SetVolume\",\"arguments\":\"80\"}"));
    scenario.hear(custom("{\"tool\":\"Toast\"}"));
    assertEquals("3", scenario.status("counters", "toolFailures"));
    assertEquals(0, rings(scenario));
  }

  @Test
  void aCustomCallWithAnIdIsNotRunTwice() {
    var call = "{\"id\":\"c1\",\"tool\":\"SetVolume\",\"arguments\":{\"change\":10}}";
    scenario.hear(custom(call)).hear(custom(call));
    assertEquals("60", scenario.status("volume", "percent"));
  }

  @Test
  void theOperatorsOwnNamesAreTaken() {
    var own =
        Scenario.joined(SPOKEN + "\ncustom_messages: {tool: do, arguments: with, say: words}");
    own.hear(custom("{\"do\":\"SetVolume\",\"with\":{\"volume\":80}}"));
    assertEquals("80", own.status("volume", "percent"));
    own.hear(custom("{\"words\":\"Dinner\"}"));
    assertEquals(List.of(words("Dinner", 2)), own.said());
    own.hear(custom("{\"tool\":\"SetVolume\",\"arguments\":{\"volume\":10}}"));
    assertEquals("80", own.status("volume", "percent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"announcement", "custom", "notice"})
  void aChatTextReachesTheOwner(String type) {
    scenario.hear(
        object("AIAgentId", "a").with("Text", "Rain today").with("Type", type).toString());
    assertEquals(1, rings(scenario));
    assertEquals(List.of(words("Rain today", 2)), scenario.said());
  }

  @Test
  void onlyACustomChatTextMayNameATool() {
    var tool = "{\"tool\":\"SetVolume\",\"arguments\":{\"volume\":80}}";
    scenario.hear(Json.object().with("Text", tool).with("Type", "announcement").toString());
    assertEquals("null", scenario.status("volume", "percent"));
    scenario.hear(Json.object().with("Text", tool).with("Type", "custom").toString());
    assertEquals("80", scenario.status("volume", "percent"));
  }

  @Test
  void aDataChannelRequestIsWhatItBecomes() {
    scenario.hear(Json.object().with("InstanceId", "i").with("Message", "Rain").toString());
    assertEquals(List.of(words("Rain", 2)), scenario.said());
  }

  @Test
  void withoutAWayToSpeakItIsAChimeAndALight() {
    var mute = Scenario.joined();
    mute.hear(custom("Dinner is ready"));
    assertEquals(List.of(), mute.said());
    assertEquals(1, rings(mute));
    assertNotNull(mute.view().announcement());
  }

  @Test
  void eachOfTheThreeCanBeSwitchedOff() {
    var noChime = Scenario.joined(SPOKEN + "\nannouncements: {chime: false}");
    noChime.hear(custom("Dinner"));
    assertEquals(0, rings(noChime));
    assertNotNull(noChime.view().announcement());
    assertEquals(1, noChime.said().size());

    var noLight = Scenario.joined(SPOKEN + "\nannouncements: {light: false}");
    noLight.hear(custom("Dinner"));
    assertEquals(1, rings(noLight));
    assertNull(noLight.view().announcement());
    assertEquals(1, noLight.said().size());

    var noWords = Scenario.joined(SPOKEN + "\nannouncements: {speak: false}");
    noWords.hear(custom("Dinner"));
    assertEquals(1, rings(noWords));
    assertNotNull(noWords.view().announcement());
    assertEquals(List.of(), noWords.said());
  }

  @Test
  void whatComesWhileTheOwnerTalksWaitsUntilThatIsTold() {
    scenario.press().hear(custom("First")).hear(custom("Second")).millis(900);
    assertEquals(0, rings(scenario));
    assertNull(scenario.view().announcement());
    assertEquals(List.of(Scenario.START), scenario.said());
    scenario.microphone(RecordedActuators.Answer.HELD).release();
    assertEquals(0, rings(scenario), "the microphone is still open");
    scenario.releaseMicrophone();
    assertEquals(List.of(Scenario.FINISH, words("First", 2), words("Second", 2)), scenario.said());
    assertEquals(2, rings(scenario));
    assertNotNull(scenario.view().announcement());
  }

  @Test
  void ofTooManyThatWaitTheOldestIsDropped() {
    scenario.press();
    for (int i = 1; i <= 9; i++) {
      scenario.hear(custom("Number " + i));
    }
    scenario.millis(900).release();
    var said = scenario.said();
    assertFalse(said.contains(words("Number 1", 2)));
    assertEquals(words("Number 2", 2), said.get(2));
    assertEquals(words("Number 9", 2), said.getLast());
  }

  @Test
  void interruptedDropsWhatWaits() {
    scenario.press().hear(custom("First")).hear(Heard.INTERRUPTED).millis(900).release();
    assertEquals(List.of(Scenario.START, Scenario.FINISH), scenario.said());
    assertEquals(0, rings(scenario));
  }
}
