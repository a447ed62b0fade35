package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.config.Alias;
import dev.deviceagent.agent.text.Nearest;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.hal.Board;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The tools of one board, by name. A new tool gets its line in {@link #TABLE}. */
public final class Tools {
  /** The name of the tool behind {@link #changeVolume}. */
  public static final String SET_VOLUME = SetVolume.NAME;

  /** The name of the tool behind {@link #controlPlayback}. */
  public static final String CONTROL_PLAYBACK = ControlPlayback.NAME;

  /** The table. A tool is available in every dialect once it is added here. */
  public static final List<Entry> TABLE =
      List.of(
          new Entry(SetVolume.NAME, (board, _) -> board.volume().map(SetVolume::new)),
          new Entry(ControlPlayback.NAME, (board, _) -> board.player().map(ControlPlayback::new)),
          new Entry(
              ControlDevice.NAME,
              (board, _) ->
                  board.lights().isEmpty()
                      ? Optional.empty()
                      : Optional.of(new ControlDevice(board.lights()))),
          new Entry(QueryDevice.NAME, (board, _) -> Optional.of(new QueryDevice(board))),
          new Entry(ControlAlarm.NAME, (_, alarms) -> Optional.of(new ControlAlarm(alarms))));

  /** Every tool, including those whose hardware a board may not have. */
  public static final List<String> NAMES = TABLE.stream().map(Entry::name).toList();

  private final @Nullable SetVolume volume;
  private final @Nullable ControlPlayback playback;
  private final SequencedMap<String, Tool> tools = new LinkedHashMap<>();
  private final Map<String, Alias> aliases;
  private final List<String> lights;
  private final Alarms alarms;

  /** One tool of the table. */
  public record Entry(String name, Maker maker) {}

  /** Makes the tool for a board. */
  public interface Maker {
    /** Empty if the board does not have the tool's hardware. Opens no hardware. */
    Optional<? extends Tool> of(Board board, Alarms alarms);
  }

  /** The tools of a board whose alarms are not stored over a restart. */
  public Tools(Board board, Map<String, Alias> aliases) {
    this(board, aliases, AlarmBook.inMemory(Clock.system(ZoneId.systemDefault())));
  }

  public Tools(Board board, Map<String, Alias> aliases, AlarmBook book) {
    this(TABLE, board, aliases, book);
  }

  /** The tools of another table than the program's. */
  public Tools(List<Entry> table, Board board, Map<String, Alias> aliases, AlarmBook book) {
    this.aliases = aliases;
    alarms = new Alarms(book);
    lights = List.copyOf(board.lights().keySet());
    for (var entry : table) {
      entry.maker().of(board, alarms).ifPresent(tool -> tools.put(entry.name(), tool));
    }
    volume = tools.get(SetVolume.NAME) instanceof SetVolume tool ? tool : null;
    playback = tools.get(ControlPlayback.NAME) instanceof ControlPlayback tool ? tool : null;
  }

  /** The names of the board's lights. */
  public List<String> lights() {
    return lights;
  }

  /** The operations on the alarms. */
  public Alarms alarms() {
    return alarms;
  }

  public List<Tool> all() {
    return List.copyOf(tools.values());
  }

  /** Converts the arguments of a call by this name to those of its tool. */
  public Json.Obj arguments(String name, Json.Obj given) {
    var alias = aliases.get(name);
    return alias == null ? given : alias.map(given);
  }

  /** The tool of a name, or of its alias. */
  public Tool find(String name) throws ToolFailure {
    var alias = aliases.get(name);
    var tool = tools.get(alias == null ? name : alias.tool());
    if (tool == null) {
      throw unknown(name);
    }
    return tool;
  }

  private ToolFailure unknown(String name) {
    return new ToolFailure(
        ToolFailure.Kind.UNKNOWN_TOOL,
        "this device has no tool '"
            + Nearest.shown(name)
            + "'"
            + Nearest.hint(name, tools.keySet()));
  }

  /**
   * Makes the speaker louder or softer.
   *
   * @param percent -100 to 100
   * @throws ToolFailure {@code UNKNOWN_TOOL} if the board has no volume
   */
  public Plan changeVolume(int percent) throws ToolFailure {
    if (volume == null) {
      throw unknown(SET_VOLUME);
    }
    return volume.change(percent);
  }

  /**
   * Controls the player; {@code PLAY} continues what it was playing.
   *
   * @throws ToolFailure {@code UNKNOWN_TOOL} if the board has no player
   */
  public Plan controlPlayback(PlaybackAction action) throws ToolFailure {
    if (playback == null) {
      throw unknown(CONTROL_PLAYBACK);
    }
    return playback.plan(action, null);
  }

  /**
   * Plays a song that the cloud has found: from its address if the player can, else by its name.
   *
   * @throws ToolFailure {@code UNKNOWN_TOOL} if the board has no player
   */
  public Plan play(Song song) throws ToolFailure {
    if (playback == null) {
      throw unknown(CONTROL_PLAYBACK);
    }
    return playback.play(song);
  }

  /** The format of OpenAI's and most vendors' consoles. */
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

  /** The format of the answer to MCP's tools/list. */
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
