package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.deviceagent.codec.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmotionTest {
  private final Scenario scenario = Scenario.joined();

  private static String content(String type, String message) {
    return Heard.nertc(
        "content",
        Heard.object("content", Json.object().with("type", type).with("message", message)));
  }

  @Test
  void contentOfTypeEmotionIsOne() {
    scenario.hear(content("emotion", "happy"));
    assertEquals("happy", scenario.view().emotion());
    assertEquals(Json.of("happy"), scenario.status().get("emotion"));
  }

  @Test
  void contentOfAnotherTypeIsNone() {
    scenario.hear(content("weather", "happy"));
    assertNull(scenario.view().emotion());
    assertEquals(Json.NULL, scenario.status().get("emotion"));
  }

  @Test
  void theShippedSdksTypeIsOneToo() {
    scenario.hear(Heard.nertc("emotion", Heard.object("message", "sad")));
    assertEquals("sad", scenario.view().emotion());
  }

  @Test
  void theAgentsEmotionIsOne() {
    scenario.hear(Heard.aiCall(1014, Heard.object("emotion", "angry")));
    assertEquals("angry", scenario.view().emotion());
  }

  @Test
  void aNameThatNobodyKnowsPassesThrough() {
    scenario.hear(Heard.aiCall(1014, Heard.object("emotion", "wistful")));
    assertEquals("wistful", scenario.view().emotion());
    assertEquals(Json.of("wistful"), scenario.status().get("emotion"));
  }

  @Test
  void theLatestOneCounts() {
    scenario.hear(Heard.aiCall(1014, Heard.object("emotion", "angry")));
    scenario.hear(content("emotion", "happy"));
    assertEquals("happy", scenario.view().emotion());
  }

  @Test
  void anEmotionPasses() {
    scenario.hear(Heard.aiCall(1014, Heard.object("emotion", "angry")));
    scenario.advance(Duration.ofMinutes(5));
    assertNull(scenario.view().emotion());
    assertEquals(Json.NULL, scenario.status().get("emotion"));
  }

  @Test
  void anEmotionDoesNotChangeTheState() {
    scenario.hear(Heard.SPEECH_STARTED).hear(content("emotion", "happy"));
    assertEquals("speaking", scenario.state());
  }
}
