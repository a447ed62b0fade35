package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.config.Nearest;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The tools of one board, by name. This is where a new tool gets its line. */
public final class Tools {
  /** Every tool there is, whether a board has the hardware for it or not. */
  public static final List<String> NAMES =
      List.of(
          SetVolume.NAME,
          ControlPlayback.NAME,
          ControlDevice.NAME,
          QueryDevice.NAME,
          ControlAlarm.NAME);

  private final SequencedMap<String, Tool> tools = new LinkedHashMap<>();
  private final Map<String, String> aliases;
  private final List<String> lights;
  private final Alarms alarms;

  /** The tools of a board whose alarms are lost with the process. */
  public Tools(Board board, Map<String, String> aliases) {
    this(board, aliases, AlarmBook.inMemory(Clock.systemDefaultZone()));
  }

  public Tools(Board board, Map<String, String> aliases, AlarmBook book) {
    this.aliases = aliases;
    alarms = new Alarms(book);
    lights = List.copyOf(board.lights().keySet());
    board.volume().ifPresent(volume -> add(new SetVolume(volume)));
    board.player().ifPresent(player -> add(new ControlPlayback(player)));
    if (!board.lights().isEmpty()) {
      add(new ControlDevice(board.lights()));
    }
    add(new QueryDevice(board));
    add(new ControlAlarm(alarms));
  }

  private void add(Tool tool) {
    tools.put(tool.name(), tool);
  }

  /** The names of the board's lights. */
  public List<String> lights() {
    return lights;
  }

  /** What can be done to the alarms. */
  public Alarms alarms() {
    return alarms;
  }

  public List<Tool> all() {
    return List.copyOf(tools.values());
  }

  /** The tool of a name, or of its alias. */
  public Tool find(String name) throws ToolFailure {
    var tool = tools.get(aliases.getOrDefault(name, name));
    if (tool == null) {
      throw new ToolFailure(
          ToolFailure.Kind.UNKNOWN_TOOL,
          "this device has no tool '"
              + Nearest.shown(name)
              + "'"
              + Nearest.hint(name, tools.keySet()));
    }
    return tool;
  }

  /** As OpenAI's and most vendors' consoles take them. */
  public Json.Arr openai() {
    return Json.array(
        all().stream()
            .map(tool ->
                Json.object()
                    .with("type", "function")
                    .with(
                        "function",
                        Json.object()
                            .with("name", tool.name())
                            .with("description", tool.description())
                            .with("parameters", tool.parameters())))
            .toList());
  }

  /** As MCP's tools/list answers. */
  public Json.Obj mcp() {
    return Json.object()
        .with(
            "tools",
            all().stream()
                .map(tool ->
                    Json.object()
                        .with("name", tool.name())
                        .with("description", tool.description())
                        .with("inputSchema", tool.parameters()))
                .toList());
  }
}
