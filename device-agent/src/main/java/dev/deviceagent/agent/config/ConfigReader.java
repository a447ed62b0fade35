package dev.deviceagent.agent.config;

import dev.deviceagent.agent.config.Config.Announcements;
import dev.deviceagent.agent.config.Config.CustomMessages;
import dev.deviceagent.agent.config.Config.Identity;
import dev.deviceagent.agent.config.Config.Link;
import dev.deviceagent.agent.config.Config.Logging;
import dev.deviceagent.agent.config.Config.PushToTalk;
import dev.deviceagent.codec.Dialects;
import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The file to a {@link Config}. This is where a new key gets its line. */
public final class ConfigReader {
  public static final Path DEFAULT_FILE = Path.of("/etc/device-agent/agent.yaml");

  /** Names that vendors' consoles and demos give to tools we have under another name. */
  static final Map<String, String> ALIASES =
      Map.of("xiaozhi_SetVolume", "SetVolume", "self.audio_speaker.set_volume", "SetVolume");

  private final Collection<String> tools;
  private final Collection<String> boards;
  private final SequencedMap<String, String> known = new LinkedHashMap<>();

  /**
   * @param tools the names that an alias may stand for
   * @param boards the boards there are
   */
  public ConfigReader(Collection<String> tools, Collection<String> boards) {
    this.tools = tools;
    this.boards = boards;
  }

  /**
   * Reads a file; one that is not there is all defaults.
   *
   * @throws ConfigException with all that is wrong with it
   */
  public Config read(Path file) throws ConfigException {
    var place = file.toAbsolutePath().normalize();
    var directory = place.getParent() == null ? place : place.getParent();
    try {
      return parse(Files.readString(place), file.toString(), directory);
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

  /** Reads the text of a file. */
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

  /** Every key that was asked for in the last reading, with its default as it is written. */
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
    var dialect = link.word("dialect", "aicall", Dialects.all("", "").keySet());
    var speak =
        Dialects.all("", "").entrySet().stream()
            .filter(known -> known.getKey().equals(dialect) && known.getValue().canSpeak())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("none");
    return new Config(
        directory,
        file.word("language", "en", Sentences.languages(directory)),
        file.word("board", "sim", boards),
        new Link(
            link.word("kind", "bridge", Set.of("bridge")),
            link.path("socket", "/run/device-agent/bridge.sock", directory),
            dialect,
            link.word("speak", speak, List.of("nertc", "volcengine", "none")),
            link.bytes("longest_frame", "64KiB", 1024, Limits.MESSAGE_BYTES_CEILING)),
        new Identity(identity.text("user", "user_1"), identity.text("agent", "robot_1")),
        new PushToTalk(
            talk.truth("enabled", true),
            talk.duration("shortest", "500ms", Duration.ZERO, Duration.ofSeconds(10)),
            talk.duration("longest", "60s", Duration.ofSeconds(1), Duration.ofHours(1))),
        file.section("control").path("socket", "/run/device-agent/control.sock", directory),
        file.section("state").path("directory", "/var/lib/device-agent", directory),
        file.section("tools").words("alias", ALIASES, tools),
        new Announcements(
            announcements.truth("chime", true),
            announcements.truth("light", true),
            announcements.truth("speak", true)),
        new CustomMessages(
            custom.text("tool", "tool"),
            custom.text("arguments", "arguments"),
            custom.text("say", "say")),
        new Logging(
            log.word("level", "info", List.of("debug", "info", "warn", "error")),
            log.truth("speech", false)));
  }

  private static @Nullable Node compose(String text, List<Problem> problems) {
    try {
      var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
      var parser = new ParserImpl(settings, new StreamReader(settings, text));
      return new Composer(settings, parser).getSingleNode().orElse(null);
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      problems.add(Section.problemAt(mark, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(1, 1, "not YAML: " + e.getMessage()));
    }
    return null;
  }
}
