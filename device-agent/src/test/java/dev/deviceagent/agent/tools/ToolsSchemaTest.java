package dev.deviceagent.agent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.deviceagent.agent.config.Alias;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The schema for a vendor's console matches what the tools accept. */
class ToolsSchemaTest {
  private final Tools tools =
      new Tools(new SimBoard(_ -> {}), Map.of("louder", Alias.of("SetVolume")));

  private static Fields schema(Tool tool) {
    return Fields.of(tool.parameters());
  }

  @Test
  void theSpeakerHasTheFourFamiliesAndAlarms() {
    assertEquals(Tools.NAMES, tools.all().stream().map(Tool::name).toList());
    assertEquals(
        List.of("SetVolume", "ControlPlayback", "ControlDevice", "QueryDevice", "ControlAlarm"),
        Tools.NAMES);
  }

  @Test
  void setVolumesSchemaHasItsRanges() throws Exception {
    var properties = schema(tools.find("SetVolume")).object("properties");
    assertEquals(0, properties.object("volume").integer("minimum"));
    assertEquals(100, properties.object("volume").integer("maximum"));
    assertEquals("integer", properties.object("volume").text("type"));
    assertEquals(-100, properties.object("change").integer("minimum"));
  }

  @Test
  void playbacksSchemaHasItsActions() throws Exception {
    var schema = schema(tools.find("ControlPlayback"));
    assertEquals(
        Json.array(List.of("play", "pause", "resume", "stop", "next", "previous")).items(),
        schema.object("properties").object("action").array("enum"));
    assertEquals(List.of(Json.of("action")), schema.array("required"));
    assertTrue(schema.object("properties").has("song"));
  }

  @Test
  void everyEnumeratedWordIsTaken() throws Exception {
    for (var tool : tools.all()) {
      var schema = schema(tool);
      for (var property : schema.object("properties").object().members().keySet()) {
        var definition = schema.object("properties").object(property);
        if (!definition.has("enum")) {
          continue;
        }
        for (var word : definition.array("enum")) {
          var arguments = Json.object().with(property, word);
          if (tool.name().equals("ControlDevice")) {
            arguments = Json.object().with("device", "light").with("state", "on");
            arguments = arguments.with(property, word);
          }
          if (tool.name().equals("ControlAlarm")) {
            arguments = arguments.with("time", "07:30");
          }
          assertFalse(tool.check(Fields.of(arguments)).lane().word().isEmpty());
        }
      }
    }
  }

  @Test
  void aLightIsOfferedOnlyWhatItCan() throws Exception {
    var properties = schema(tools.find("ControlDevice")).object("properties");
    assertTrue(properties.has("brightness") && properties.has("colour"));

    var plain = mock(Light.class);
    var lights = new LinkedHashMap<String, Light>();
    lights.put("desk", plain);
    var board = mock(Board.class);
    when(board.lights()).thenReturn(lights);
    when(board.volume()).thenReturn(Optional.empty());
    when(board.player()).thenReturn(Optional.empty());
    var tool = new Tools(board, Map.of()).find("ControlDevice");
    properties = schema(tool).object("properties");
    assertFalse(properties.has("brightness") || properties.has("colour"));
    assertEquals(List.of(Json.of("desk")), properties.object("device").array("enum"));
    var dim = Json.object().with("device", "desk").with("brightness", 40);
    var failure = assertThrows(ToolFailure.class, () -> tool.check(Fields.of(dim)));
    assertEquals(ToolFailure.Kind.UNSUPPORTED, failure.kind());
    var red = Json.object().with("device", "desk").with("colour", "red");
    failure = assertThrows(ToolFailure.class, () -> tool.check(Fields.of(red)));
    assertEquals(ToolFailure.Kind.UNSUPPORTED, failure.kind());
  }

  @Test
  void onlyWhatTheBoardHasCanBeAskedFor() throws Exception {
    var board = mock(Board.class);
    when(board.lights()).thenReturn(new LinkedHashMap<>());
    when(board.volume()).thenReturn(Optional.empty());
    when(board.player()).thenReturn(Optional.empty());
    when(board.network()).thenReturn(Optional.empty());
    when(board.battery()).thenReturn(Optional.of(mock(Battery.class)));
    var bare = new Tools(board, Map.of());
    assertEquals(
        List.of("QueryDevice", "ControlAlarm"), bare.all().stream().map(Tool::name).toList());
    var types = schema(bare.find("QueryDevice")).object("properties").object("type");
    assertEquals(List.of(Json.of("battery")), types.array("enum"));
  }

  /** A chime has no state to query. */
  @Test
  void onlyWhatHasAStateToReadCanBeAskedFor() throws Exception {
    var query = tools.find("QueryDevice");
    var types = schema(query).object("properties").object("type");
    assertEquals(
        Json.array(List.of("volume", "playback", "lights", "battery", "network")).items(),
        types.array("enum"));
    var chime = Fields.of(Json.object().with("type", "chime"));
    var failure = assertThrows(ToolFailure.class, () -> query.check(chime));
    assertEquals(ToolFailure.Kind.BAD_ARGUMENTS, failure.kind());
  }

  @Test
  void aliasesAreFollowed() throws Exception {
    assertEquals("SetVolume", tools.find("louder").name());
  }

  @Test
  void bothListsHaveEveryToolWithTheSameSchema() throws Exception {
    var openai = tools.openai().items();
    var mcp = Fields.of(tools.mcp()).objects("tools");
    assertEquals(Tools.NAMES.size(), openai.size());
    assertEquals(Tools.NAMES.size(), mcp.size());
    for (int i = 0; i < mcp.size(); i++) {
      var tool = tools.all().get(i);
      if (!(openai.get(i) instanceof Json.Obj object)) {
        throw new AssertionError(openai.get(i).toString());
      }
      assertEquals("function", Fields.of(object).text("type"));
      var function = Fields.of(object).object("function");
      assertEquals(tool.name(), function.text("name"));
      assertEquals(tool.parameters(), function.object("parameters").object());
      assertEquals(tool.name(), mcp.get(i).text("name"));
      assertEquals(tool.parameters(), mcp.get(i).object("inputSchema").object());
    }
  }
}
