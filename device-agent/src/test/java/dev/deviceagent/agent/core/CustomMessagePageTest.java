package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Sources;
import dev.deviceagent.codec.Json;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agent handles the operator's custom messages as {@code PROTOCOL.md} describes. */
class CustomMessagePageTest {
  private static final Pattern EXAMPLE = Pattern.compile("```custom\\n(.*?)\\n```", Pattern.DOTALL);

  private static List<String> examples() throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("PROTOCOL.md"));
    return EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** Sends a message as 1011 and returns its effect: a tool that has run, or spoken text. */
  private static String effect(String message) {
    var scenario = Scenario.joined("link: {speak: nertc}");
    var data = Json.object().with("message", message);
    scenario.hear(Json.object().with("type", 1011).with("data", data).toString());
    if (scenario.status("counters", "toolCalls").equals("1")) {
      return "tool, failures " + scenario.status("counters", "toolFailures");
    }
    var said = String.join("", scenario.said());
    assertEquals(said.contains("llm_prompt"), scenario.view().announcement() == null, message);
    return said;
  }

  @Test
  void everyExampleDoesWhatThePageSays() throws Exception {
    var effects = new ArrayList<String>();
    for (var example : examples()) {
      effects.add(effect(example));
    }
    assertEquals(5, effects.size());
    assertTrue(effects.get(0).contains("It starts in ten minutes."), effects.get(0));
    assertTrue(effects.get(1).contains("\"interruptMode\":1"), effects.get(1));
    assertTrue(effects.get(2).contains("The shop closes at six."), effects.get(2));
    assertEquals("tool, failures 0", effects.get(3));
    assertTrue(effects.get(4).contains("What is on the menu today?"), effects.get(4));
  }
}
