package dev.deviceagent.agent.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.fuzz.Cost;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Stretch;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.tools.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A file that the owner writes. The reader accepts it, or rejects it with one line of text for each
 * problem, including its line and column. An input is the file.
 */
public final class YamlTarget implements Target {
  /** Files are read once, at startup: this may take longer than a message. */
  private static final Cost LIMIT = new Cost(TimeUnit.SECONDS.toNanos(2), 512 << 20);

  private static final Pattern PROBLEM = Pattern.compile("file:[1-9]\\d*:[1-9]\\d*: \\P{Cc}+");

  private static final Path NOWHERE = Path.of("/nowhere");

  /** Legal YAML that is more than a real file contains. */
  private static final List<String> TRICKS =
      List.of(
          "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
          "a: &a {b: *a}\n",
          "<<: {language: zh-CN}\n",
          "--- !!str language\n...\n--- second\n",
          "? [language]\n: {a: !!binary aGk=, b: !!int 0x10, c: .inf, d: ~}\n",
          "language: \"\\u0007\\n\\x1b[2J\"\n",
          "language: |+\n  en\n\nboard: >-\n  sim\n",
          "push_to_talk: {shortest: 999999999h, longest: 0.001ms}\n",
          "lights: {quiet_hours: 24:00-25:61, brightness: 99999999999%}\n",
          "# " + Stretch.MARK + "x" + Stretch.MARK + "\n",
          Stretch.MARK + "[" + Stretch.MARK,
          Stretch.MARK + "{a: " + Stretch.MARK,
          Stretch.MARK + "- " + Stretch.MARK,
          Stretch.MARK + "? " + Stretch.MARK,
          Stretch.MARK + "k" + Stretch.NUMBER + ": v\n" + Stretch.MARK,
          "buttons: {" + Stretch.MARK + "k" + Stretch.NUMBER + ": {}, " + Stretch.MARK + "}",
          "lights: {" + Stretch.MARK + "k" + Stretch.NUMBER + ": {line: 1}, " + Stretch.MARK + "}",
          "emotions: {" + Stretch.MARK + "k" + Stretch.NUMBER + ": {}, " + Stretch.MARK + "}",
          "emotions: {x: {colour: [" + Stretch.MARK + "red, " + Stretch.MARK + "]}}",
          "language: " + Stretch.MARK + "n" + Stretch.MARK + "\n",
          Stretch.MARK + "l" + Stretch.MARK + ": en\n");

  private final Parser parser;
  private final List<byte[]> seeds;

  private interface Parser {
    Object parse(String text) throws ConfigException;
  }

  private YamlTarget(Parser parser, List<byte[]> seeds) {
    this.parser = parser;
    this.seeds = seeds;
    TRICKS.forEach(trick -> seeds.add(Seeds.utf8(trick)));
  }

  public static YamlTarget config() throws IOException {
    var seeds = new ArrayList<byte[]>();
    Seeds.fences(Path.of("docs", "config.md"), "yaml").forEach(s -> seeds.add(Seeds.utf8(s)));
    seeds.addAll(Seeds.files("deploy", ".yaml"));
    var boards = Boards.NAMES;
    return new YamlTarget(
        text -> new ConfigReader(Tools.NAMES, boards).parse(text, "file", NOWHERE), seeds);
  }

  public static YamlTarget board() throws IOException {
    var seeds = new ArrayList<>(Seeds.files("device-agent/src/main/resources/boards", ".yaml"));
    return new YamlTarget(text -> BoardReader.parse(text, "file", "file"), seeds);
  }

  public static YamlTarget theme() throws Exception {
    var seeds = new ArrayList<>(Seeds.files("device-agent/src/main/resources/themes", ".yaml"));
    Seeds.fences(Path.of("docs", "themes.md"), "yaml").forEach(s -> seeds.add(Seeds.utf8(s)));
    var shipped = ThemeReader.shipped();
    return new YamlTarget(text -> ThemeReader.parse(text, "file", shipped, Effects.TABLE), seeds);
  }

  public static YamlTarget sentences() throws IOException {
    var seeds = new ArrayList<>(Seeds.files("device-agent/src/main/resources/sentences", ".yaml"));
    return new YamlTarget(text -> Sentences.parse(text, "file"), seeds);
  }

  @Override
  public void run(byte[] input) throws Exception {
    var text = new String(Stretch.of(input), UTF_8);
    LIMIT.limit(() -> Cost.of(() -> check(text)));
  }

  private void check(String text) {
    try {
      parser.parse(text);
    } catch (ConfigException e) {
      if (e.lines().isEmpty()) {
        throw new AssertionError("rejected without a problem that says why", e);
      }
      for (var line : e.lines()) {
        if (!PROBLEM.matcher(line).matches()) {
          throw new AssertionError("not a problem's line: " + line, e);
        }
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.copyOf(seeds);
  }
}
