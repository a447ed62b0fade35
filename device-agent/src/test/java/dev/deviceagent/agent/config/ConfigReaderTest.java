package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final Path HOME = Path.of("/home/owner");

  private final ConfigReader reader =
      new ConfigReader(
          List.of("SetVolume", "ControlPlayback", "ControlDevice", "QueryDevice"),
          List.of("sim", "generic-gpio"));

  @TempDir Path directory;

  private Config parse(String text) throws ConfigException {
    return reader.parse(text, "a.yaml", HOME);
  }

  private List<String> problems(String text) {
    return assertThrows(ConfigException.class, () -> parse(text)).lines();
  }

  @Test
  void anEmptyFileIsTheDefaults() throws Exception {
    var config = parse("");
    assertEquals("en", config.language());
    assertEquals("sim", config.board());
    assertEquals(
        new Config.Link(
            "bridge", Path.of("/run/device-agent/bridge.sock"), "aicall", "none", 64 * 1024),
        config.link());
    assertEquals(new Identity("user_1", "robot_1", ""), config.identity());
    assertEquals(
        new Config.PushToTalk(true, Duration.ofMillis(500), Duration.ofSeconds(60)),
        config.pushToTalk());
    assertEquals(Path.of("/run/device-agent/control.sock"), config.controlSocket());
    assertEquals(Path.of("/var/lib/device-agent"), config.stateDirectory());
    assertEquals(Alias.of("SetVolume"), config.aliases().get("xiaozhi_SetVolume"));
    assertEquals(new Config.Announcements(true, true, true, true), config.announcements());
    assertEquals(
        new Config.CustomMessages("tool", "arguments", "say", "ask"), config.customMessages());
    assertEquals(new Config.Logging("info", false), config.logging());
  }

  @ParameterizedTest
  @CsvSource({"'# nothing'", "link:", "'link: {}'", "'{}'", "language: null"})
  void whatIsLeftEmptyIsTheDefault(String text) throws Exception {
    assertEquals(parse(""), parse(text));
  }

  @Test
  void aMissingFileIsTheDefaults() throws Exception {
    var config = reader.read(directory.resolve("none.yaml"));
    assertEquals("sim", config.board());
    assertEquals(directory, config.directory());
  }

  @Test
  void everyKeyOfTheExampleIsRead() throws Exception {
    var config =
        parse(
            """
            language: zh-CN
            board: generic-gpio
            link:
              kind: bridge
              socket: /tmp/b.sock
              dialect: nertc
              speak: volcengine
              longest_frame: 100KiB
            identity: {user: u, agent: r}
            push_to_talk: {enabled: false, shortest: 80ms, longest: 5min}
            control: {socket: /tmp/c.sock}
            state: {directory: /tmp/s}
            tools:
              alias:
                调音量: SetVolume
            announcements: {chime: false, light: false, speak: false, comfort: false}
            custom_messages: {tool: a, arguments: b, say: c, ask: d}
            log: {level: debug, speech: true}
            """);
    assertEquals("zh-CN", config.language());
    assertEquals("generic-gpio", config.board());
    assertEquals(
        new Config.Link("bridge", Path.of("/tmp/b.sock"), "nertc", "volcengine", 102_400),
        config.link());
    assertEquals(new Identity("u", "r", ""), config.identity());
    assertEquals(
        new Config.PushToTalk(false, Duration.ofMillis(80), Duration.ofMinutes(5)),
        config.pushToTalk());
    assertEquals(Path.of("/tmp/c.sock"), config.controlSocket());
    assertEquals(Path.of("/tmp/s"), config.stateDirectory());
    assertEquals(Alias.of("SetVolume"), config.aliases().get("调音量"));
    assertEquals(
        Alias.of("SetVolume"), config.aliases().get("xiaozhi_SetVolume"), "those known stay");
    assertEquals(new Config.Announcements(false, false, false, false), config.announcements());
    assertEquals(new Config.CustomMessages("a", "b", "c", "d"), config.customMessages());
    assertEquals(new Config.Logging("debug", true), config.logging());
  }

  @ParameterizedTest
  @CsvSource({"aicall, none", "nertc, nertc", "volcengine, volcengine"})
  void leftOutSpeakIsAsTheDialectCan(String dialect, String speak) throws Exception {
    assertEquals(speak, parse("link: {dialect: " + dialect + "}").link().speak());
  }

  @Test
  void allProblemsAreToldAtOnceInTheFilesOrder() {
    assertEquals(
        List.of(
            "a.yaml:1:1: unknown key 'lanugage'; did you mean 'language'?",
            "a.yaml:3:12: 'link.dialect': 'aical' is not allowed here; did you mean 'aicall'?",
            "a.yaml:4:3: unknown key 'link.sockt'; did you mean 'socket'?",
            "a.yaml:6:13: 'push_to_talk.shortest': '500' is not a duration; write a number and ms, s, min"
                + " or h, such as 500ms",
            "a.yaml:7:12: 'push_to_talk.enabled': must be true or false"),
        problems(
            """
            lanugage: en
            link:
              dialect: aical
              sockt: /tmp/x
            push_to_talk:
              shortest: 500
              enabled: maybe
            """));
  }

  @Test
  void aKeyLikeNoOtherIsToldWhatThereIs() {
    var lines = problems("announcements: {telepathy: true}");
    assertEquals(
        List.of(
            "a.yaml:1:17: unknown key 'announcements.telepathy'; known here: chime, light, speak, comfort"),
        lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "push_to_talk: {shortest: .5s}     | is not a duration",
        "push_to_talk: {shortest: 500 ms}  | is not a duration",
        "push_to_talk: {shortest: -1s}     | is not a duration",
        "push_to_talk: {shortest: 11s}     | must be from 0s to 10s",
        "push_to_talk: {longest: 999ms}    | must be from 1s to 3600s",
        "push_to_talk: {longest: 2h}       | must be from 1s to 3600s",
        "push_to_talk: {longest: 999999999h} | must be from",
        "push_to_talk: {enabled: yes}      | must be true or false",
        "push_to_talk: {enabled: [true]}   | must be a single value",
        "push_to_talk: true                | must contain keys",
        "link: {longest_frame: 64}         | is not a size",
        "link: {longest_frame: 64MB}       | is not a size",
        "link: {longest_frame: 1KB}        | is not a size",
        "link: {longest_frame: 10B}        | must be from",
        "link: {longest_frame: 600KiB}     | must be from",
        "link: {kind: carrier pigeon}      | is not allowed here",
        "link: {speak: aicall}             | is not allowed here",
        "link: {socket: ''}                | must not be empty",
        "language: tlh                     | known here: en, zh-CN",
        "language: [en]                    | must be a single value",
        "board: simm                       | did you mean 'sim'?",
        "identity: {user: ' '}             | must not be empty",
        "tools: {alias: {a: SetVolum}}     | did you mean 'SetVolume'?",
        "tools: {alias: {a: [SetVolume]}}  | must be a single value",
        "tools: {alias: {a: {arguments: {}}}} | 'tools.alias.a.tool' is missing",
        "tools: {alias: {a: {tool: SetVolume, argument: {}}}} | did you mean 'arguments'?",
        "log: {level: loud}                | is not allowed here",
        "[1, 2]                            | the file must contain keys",
      })
  void aWrongValueIsToldWithItsPlace(String text, String problem) {
    var lines = problems(text.strip());
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains(problem), lines.getFirst());
    assertTrue(lines.getFirst().matches("a\\.yaml:1:\\d+: .*"), lines.getFirst());
  }

  @Test
  void aKeyGivenTwiceIsAProblem() {
    var lines = problems("board: sim\nboard: generic-gpio\n");
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().startsWith("a.yaml:2:1: "), lines.getFirst());
    assertTrue(lines.getFirst().contains("board"), lines.getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "'link: {', 1",
    "'a: b: c', 1",
    "'ok: 1\n\tx: 2', 2",
    "'x: *nobody', 1",
    "'{[a]: b}', 1",
    "'board: \"\\u', 1"
  })
  void whatIsNoYamlIsToldWithItsLine(String text, int line) {
    var lines = problems(text);
    assertTrue(lines.getFirst().startsWith("a.yaml:" + line + ":"), lines.toString());
    assertTrue(lines.getFirst().contains("not YAML"), lines.toString());
  }

  @Test
  void nestingHasALimit() {
    assertTrue(problems("[".repeat(32) + "]".repeat(32)).getFirst().contains("must contain keys"));
    assertEquals(
        List.of("a.yaml:1:33: not YAML: nested deeper than 32 levels"),
        problems("[".repeat(50_000)));
    assertEquals(
        List.of("a.yaml:1:129: not YAML: nested deeper than 32 levels"),
        problems("{a: ".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "language: \"a\\nb\\x1b[2Jc\"",
        "\"a\\nb\\e\": 1",
        "language: |\n  a\n  b\n",
        "tools: {alias: {\"a\\rb\": \"c\\u2028d\"}}"
      })
  void aProblemIsOneLineOfTextWhateverItQuotes(String text) {
    var lines = problems(text);
    assertEquals(1, lines.size(), lines.toString());
    assertEquals(1, lines.getFirst().lines().count(), lines.getFirst());
    assertTrue(lines.getFirst().chars().noneMatch(Character::isISOControl), lines.getFirst());
  }

  @Test
  void twoDocumentsAreNoConfiguration() {
    assertTrue(problems("board: sim\n---\nboard: sim\n").getFirst().contains("not YAML"));
  }

  @Test
  void pathsStartFromTheFilesFolder() throws Exception {
    Files.createDirectory(directory.resolve("conf"));
    var file = directory.resolve("conf/a.yaml");
    Files.writeString(
        file, "link: {socket: b.sock}\ncontrol: {socket: ../c.sock}\nstate: {directory: s}\n");
    var config = reader.read(file);
    assertEquals(directory.resolve("conf/b.sock"), config.link().socket());
    assertEquals(directory.resolve("c.sock"), config.controlSocket());
    assertEquals(directory.resolve("conf/s"), config.stateDirectory());
  }

  @Test
  void aLanguageBesideTheFileIsALanguage() throws Exception {
    Files.createDirectory(directory.resolve("sentences"));
    Files.writeString(directory.resolve("sentences/de.yaml"), "lights.off: Alle Lichter sind aus.");
    Files.writeString(directory.resolve("a.yaml"), "language: de\n");
    assertEquals("de", reader.read(directory.resolve("a.yaml")).language());
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws Exception {
    var notText = Files.write(directory.resolve("a.yaml"), new byte[] {'a', ':', (byte) 0xFF});
    var problem = assertThrows(ConfigException.class, () -> reader.read(notText));
    assertEquals(List.of(notText + ":1:1: is not UTF-8 text"), problem.lines());
    assertThrows(ConfigException.class, () -> reader.read(directory));
  }

  /** /dev/zero has no size and no end; a pipe can be like that. */
  @Test
  void aFileWithoutAnEndIsRefused() {
    var endless = Path.of("/dev/zero");
    var problem = assertThrows(ConfigException.class, () -> reader.read(endless));
    assertEquals(
        List.of("/dev/zero:1:1: cannot be read: is longer than 1 MiB, the limit for such a file"),
        problem.lines());
    for (var text : List.of("board: /dev/zero", "lights: {theme: /dev/zero}")) {
      assertTrue(
          problems(text).getFirst().contains("is longer than 1 MiB"), problems(text)::toString);
    }
  }

  @Test
  void everyKnownKeyHasADefaultThatIsAccepted() throws Exception {
    parse("");
    for (var key : reader.known().entrySet()) {
      var parts = key.getKey().split("\\.", -1);
      var value = key.getKey().equals("tools.alias") ? "{}" : key.getValue();
      var text = String.join(": {", parts) + ": " + value + "}".repeat(parts.length - 1);
      assertEquals(parse(""), parse(text), text);
    }
  }

  @Test
  void timesHaveDecimalsAndEveryUnit() throws Exception {
    var reader = new ConfigReader(List.of(), List.of("sim"));
    for (var time : List.of("1500ms", "1.5s", "0.025m", "0.025min")) {
      var config = reader.parse("push_to_talk: {longest: " + time + "}", "a", Path.of("/"));
      assertEquals(Duration.ofMillis(1500), config.pushToTalk().longest(), time);
    }
  }

  @Test
  void nullIsTheDefault() throws Exception {
    var reader = new ConfigReader(List.of(), List.of("sim"));
    var defaults = reader.parse("", "a", Path.of("/"));
    assertEquals(defaults, reader.parse("language: ~\nlink: null\nboard:\n", "a", Path.of("/")));
  }
}
