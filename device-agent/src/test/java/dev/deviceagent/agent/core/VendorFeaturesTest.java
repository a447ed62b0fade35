package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Vendor features that an owner uses: songs, goodbyes, comfort, questions, captions, errors,
 * licences.
 */
class VendorFeaturesTest {
  private static final String LEAVE = "{\"link\":\"leave\"}";

  private static String songSearch(boolean needsConfirmation, String url) {
    var song = Json.object().with("index", 0).with("name", "Aria").with("url", url);
    var search =
        Json.object().with("need_confirm", needsConfirmation).with("song_list", List.of(song));
    return "songSearch\0" + Json.object().with("message", search.toString());
  }

  private static String goodbye(String tool) {
    var function = Json.object().with("name", tool);
    var call = Json.object().with("id", "call_0").with("function", function);
    return "tool\0" + Json.object().with("toolCalls", List.of(call));
  }

  @Test
  void aSongThatNeedsNoConfirmationIsPlayed() {
    var scenario = Scenario.joined().hear(songSearch(false, "https://example.invalid/a.mp3"));
    assertEquals("\"playing\"", scenario.status("playback", "state"));
    assertEquals("\"Aria\"", scenario.status("playback", "title"));
  }

  @Test
  void aSongAtNoWebAddressIsLookedForByItsName() {
    var scenario = Scenario.joined().hear(songSearch(false, "file:///etc/passwd"));
    assertEquals("\"Aria\"", scenario.status("playback", "title"));
  }

  @Test
  void aSongThatNeedsConfirmationIsNot() {
    var scenario = Scenario.joined().hear(songSearch(true, "https://example.invalid/a.mp3"));
    assertNotEquals("\"playing\"", scenario.status("playback", "state"));
  }

  @Test
  void aGoodbyeEndsTheTalkAndLetsTheBridgeLeave() {
    for (var tool : List.of("good_bye_call", "Long_Silence")) {
      var scenario = Scenario.joined().press().millis(700);
      scenario.said();
      scenario.news();
      var news = scenario.hear(goodbye(tool)).news();
      assertTrue(news.contains(LEAVE), news.toString());
      assertTrue(news.contains(Scenario.CANCEL), news.toString());
      assertFalse(news.contains(Scenario.FINISH), news.toString());
      assertEquals("idle", scenario.state());
      assertEquals(0, Integer.parseInt(scenario.status("counters", "toolFailures")));
    }
  }

  @Test
  void aCallThatIsAnnouncedIsCoveredByAPhrase() {
    var info = Heard.volc("info", Json.object().with("event_type", "function_calling"));
    var scenario = Scenario.joined("link: {dialect: volcengine}");
    scenario.said();
    assertEquals(
        List.of(
            "ctrl {\"Command\":\"ExternalTextToSpeech\",\"Message\":\"One moment.\",\"InterruptMode\":1}"),
        scenario.hear(info).said());
    var quiet = Scenario.joined("link: {dialect: volcengine}\nannouncements: {comfort: false}");
    quiet.said();
    assertEquals(List.of(), quiet.hear(info).said());
  }

  @Test
  void aQuestionOfTheOperatorGoesToTheModel() {
    var scenario = Scenario.joined("link: {dialect: volcengine}");
    scenario.said();
    var ask = Json.object().with("ask", "What is on the menu?").with("interruptMode", 1);
    var chat = Json.object().with("Text", ask.toString()).with("Type", "custom");
    assertEquals(
        List.of(
            "ctrl {\"Command\":\"ExternalTextToLLM\",\"Message\":\"What is on the menu?\",\"InterruptMode\":1}"),
        scenario.hear(chat.toString()).said());
  }

  @Test
  void aVendorsArgumentsAreMapped() {
    var scenario = Scenario.joined();
    scenario.hear(
        Heard.volcTool(Heard.call("1", "adjust_audio_val", Heard.object("action", "up"))));
    assertEquals("60", scenario.status("volume", "percent"));
    scenario.hear(
        Heard.volcTool(Heard.call("2", "adjust_audio_val", Heard.object("action", "down"))));
    assertEquals("50", scenario.status("volume", "percent"));
    scenario.hear(
        Heard.volcTool(Heard.call("3", "adjust_audio_val", Heard.object("action", "sideways"))));
    assertEquals("50", scenario.status("volume", "percent"));
    assertEquals("1", scenario.status("counters", "toolFailures"));
  }

  @Test
  void anOwnersAliasMapsArgumentsToo() {
    var scenario =
        Scenario.joined(
            """
            tools:
              alias:
                lamp:
                  tool: ControlDevice
                  arguments:
                    name: {to: device}
                    switch: {to: state, values: {"1": on, "0": off}}
            """);
    var off = Json.object().with("name", "light").with("switch", "1");
    scenario.hear(Heard.volcTool(Heard.call("1", "lamp", off)));
    assertEquals("\"on\"", scenario.status("lights", "light"));
  }
}
