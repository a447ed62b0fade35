package dev.deviceagent.agent.config;

import dev.deviceagent.agent.config.Config.Announcements;
import dev.deviceagent.agent.config.Config.CustomMessages;
import dev.deviceagent.agent.config.Config.Lights;
import dev.deviceagent.agent.config.Config.Link;
import dev.deviceagent.agent.config.Config.Logging;
import dev.deviceagent.agent.config.Config.Meaning;
import dev.deviceagent.agent.config.Config.PushToTalk;
import dev.deviceagent.agent.lights.QuietHours;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.Board;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a file into a {@link Config}. A new key gets its line here. */
public final class ConfigReader {
  public static final Path DEFAULT_FILE = Path.of("/etc/device-agent/agent.yaml");

  private static final String SILENT = "none";

  private static final List<String> BUTTONS = List.of("mute", "volume_up", "volume_down", "stop");

  private final Collection<String> tools;
  private final Collection<String> boards;
  private final Dialects dialects;
  private final SequencedMap<String, String> known = new LinkedHashMap<>();

  /**
   * @param tools the tools that an alias may name
   * @param boards the names of all boards
   */
  public ConfigReader(Collection<String> tools, Collection<String> boards) {
    this(tools, boards, Dialects.of(new Identity("", "", "")));
  }

  /**
   * @param dialects the dialects that {@code link.dialect} may name; used for nothing else
   */
  public ConfigReader(Collection<String> tools, Collection<String> boards, Dialects dialects) {
    this.tools = tools;
    this.boards = boards;
    this.dialects = dialects;
  }

  /**
   * Reads a file; if it does not exist, all values are defaults.
   *
   * @throws ConfigException with all problems of the file
   */
  public Config read(Path file) throws ConfigException {
    var place = file.toAbsolutePath().normalize();
    var directory = place.getParent() == null ? place : place.getParent();
    try {
      return parse(TextFile.read(place), file.toString(), directory);
    } catch (NoSuchFileException e) {
      return parse("", file.toString(), directory);
    } catch (CharacterCodingException e) {
      throw broken(file, "is not UTF-8 text");
    } catch (IOException e) {
      throw broken(file, "cannot be read: " + e.getMessage());
    }
  }

  private static ConfigException broken(Path file, String problem) {
    return new ConfigException(file.toString(), List.of(new Problem(1, 1, problem)));
  }

  /** Parses the text of a file. */
  public Config parse(String text, String name, Path directory) throws ConfigException {
    var problems = new ArrayList<Problem>();
    var file = new Section("", compose(text, problems), problems, known);
    var config = config(file, directory);
    file.tellUnknown();
    if (!problems.isEmpty()) {
      throw new ConfigException(name, problems);
    }
    return config;
  }

  /** Every key that the last reading used, with its default as written in a file. */
  public SequencedMap<String, String> known() {
    return known;
  }

  private Config config(Section file, Path directory) {
    var link = file.section("link");
    var identity = file.section("identity");
    var talk = file.section("push_to_talk");
    var announcements = file.section("announcements");
    var custom = file.section("custom_messages");
    var log = file.section("log");
    var dialect = link.value("dialect", "aicall", Values.oneOf(dialects.names()));
    return new Config(
        directory,
        file.value("language", "en", Values.oneOf(Sentences.languages(directory))),
        file.value("board", "sim", Values.board(boards, directory)),
        new Link(
            link.value("kind", "bridge", Values.oneOf(Set.of("bridge"))),
            link.value("socket", "/run/device-agent/bridge.sock", Values.path(directory)),
            dialect,
            link.value("speak", speaker(dialect), Values.oneOf(speakers())),
            link.value("longest_frame", "64KiB", Values.bytes(1024, Limits.MESSAGE_BYTES_CEILING))),
        new Identity(
            identity.value("user", "user_1", Values::text),
            identity.value("agent", "robot_1", Values::text),
            version()),
        new PushToTalk(
            talk.value("enabled", "true", Values::truth),
            talk.value("shortest", "500ms", Values.duration(Duration.ZERO, Duration.ofSeconds(10))),
            talk.value(
                "longest", "60s", Values.duration(Duration.ofSeconds(1), Duration.ofHours(1)))),
        buttons(file.section("buttons")),
        file.section("control")
            .value("socket", "/run/device-agent/control.sock", Values.path(directory)),
        file.section("state").value("directory", "/var/lib/device-agent", Values.path(directory)),
        AliasReader.read(file.section("tools"), tools),
        lights(file.section("lights"), directory),
        new Announcements(
            announcements.value("chime", "true", Values::truth),
            announcements.value("light", "true", Values::truth),
            announcements.value("speak", "true", Values::truth),
            announcements.value("comfort", "true", Values::truth)),
        new CustomMessages(
            custom.value("tool", "tool", Values::text),
            custom.value("arguments", "arguments", Values::text),
            custom.value("say", "say", Values::text),
            custom.value("ask", "ask", Values::text)),
        page(file.section("page"), directory),
        new Logging(
            log.value("level", "info", Values.oneOf(List.of("debug", "info", "warn", "error"))),
            log.value("speech", "false", Values::truth)));
  }

  private static String version() {
    var module = ConfigReader.class.getModule().getDescriptor();
    return module == null ? "" : module.rawVersion().orElse("");
  }

  private static Lights lights(Section lights, Path directory) {
    int brightness = lights.value("brightness", "100%", Values.percent(1, 100));
    Units.@Nullable Hours hours = lights.value("quiet_hours", "none", Units::hours);
    int quiet = lights.value("quiet_brightness", "20%", Values.percent(0, 100));
    return new Lights(
        lights.value("theme", ThemeReader.DEFAULT, Values.theme(directory)),
        hours == null
            ? QuietHours.none(brightness)
            : new QuietHours(brightness, hours.from(), hours.until(), quiet));
  }

  /** Buttons with a usual name need no entry in the file; others may be named there. */
  private static Map<String, Meaning> buttons(Section buttons) {
    var meanings = new LinkedHashMap<String, Meaning>();
    var names = new LinkedHashSet<>(BUTTONS);
    names.addAll(buttons.names());
    names.remove(Board.TALK); // its meaning is fixed, so naming it is an unknown key
    for (var name : names) {
      var given = Meaning.ofName(name);
      var button = buttons.section(name);
      meanings.put(
          name, new Meaning(act(button, "tap", given.tap()), act(button, "hold", given.hold())));
    }
    return meanings;
  }

  private static ButtonAct act(Section button, String when, ButtonAct otherwise) {
    var word = button.value(when, otherwise.word(), Values.oneOf(ButtonAct.words()));
    return ButtonAct.of(word).orElse(otherwise);
  }

  private static Config.Page page(Section page, Path directory) {
    var token = page.value("token_file", "none", Listening.orNone(Values.path(directory)));
    return new Config.Page(
        page.value("listen", "none", Listening.orNone(Listening.address(token != null))),
        page.value("control", "auto", Listening::control),
        token);
  }

  /** The default dialect for spoken words: the link's own if it can speak, else none. */
  private String speaker(String dialect) {
    return dialects.speaking().contains(dialect) ? dialect : SILENT;
  }

  private List<String> speakers() {
    var all = new ArrayList<>(dialects.speaking());
    all.add(SILENT);
    return all;
  }

  static @Nullable Node compose(String text, List<Problem> problems) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    var reader = new StreamReader(settings, text);
    try {
      var parser = new ParserImpl(settings, reader);
      return new BoundedComposer(settings, parser).getSingleNode().orElse(null);
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      problems.add(Section.problemAt(mark, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(1, 1, "not YAML: " + e.getMessage()));
    } catch (NumberFormatException e) { // the scanner does not check the digits of \\u before use
      var mark = reader.getMark().orElse(null);
      problems.add(Section.problemAt(mark, "not YAML: an escape without its hexadecimal digits"));
    }
    return null;
  }
}
