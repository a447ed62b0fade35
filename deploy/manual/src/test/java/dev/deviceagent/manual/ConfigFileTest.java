package dev.deviceagent.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.tools.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The installed configuration file shows the defaults and contains every key. */
class ConfigFileTest {
  private static final Pattern KEY = Pattern.compile("(?m)^( *)#([a-z_]+: .*)$");

  private final ConfigReader reader = new ConfigReader(Tools.NAMES, Boards.NAMES);

  @Test
  void asItStandsItIsTheDefaults() throws Exception {
    assertEquals(read(""), read(file()));
  }

  @Test
  void withEveryKeyInForceItIsTheDefaultsToo() throws Exception {
    assertEquals(read(""), read(KEY.matcher(file()).replaceAll("$1$2")));
  }

  @Test
  void eachKeyIsInForceOnceItsOwnSignIsGone() throws Exception {
    var file = file();
    var changed =
        List.of("#language: en", "#board: sim", "#longest: 60s", "#chime: true", "#level: info");
    var values = List.of("zh-CN", "generic-gpio", "30s", "false", "debug");
    for (int i = 0; i < changed.size(); i++) {
      var key = changed.get(i);
      assertTrue(file.contains(key + "\n"), key);
      var line = key.substring(1, key.indexOf(' ') + 1) + values.get(i);
      assertTrue(!read(file.replace(key + "\n", line + "\n")).equals(read("")), line);
    }
  }

  @Test
  void noKeyOfTheReaderIsMissing() throws Exception {
    read("");
    var keys = Set.copyOf(reader.known().keySet());
    var there = new TreeSet<String>();
    var sections = new ArrayList<String>();
    for (var line : file().lines().toList()) {
      var key = KEY.matcher(line);
      int depth = line.length() - line.stripLeading().length();
      if (line.matches(" *[a-z_]+:")) {
        sections.subList(depth / 2, sections.size()).clear();
        sections.add(line.strip().replace(":", "."));
      } else if (key.matches()) {
        var above = String.join("", sections.subList(0, depth / 2));
        there.add(above + key.group(2).split(":", 2)[0]);
      }
    }
    assertEquals(new TreeSet<>(keys), there);
  }

  @Test
  void noLineIsTooLongToRead() throws Exception {
    for (var line : file().lines().toList()) {
      assertTrue(line.length() <= 90, line);
    }
  }

  @Test
  void aPageOfAnotherFormIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ConfigKeys.read("# Nothing\n"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfigKeys.read("# A\n\nb\n\n```yaml\na: b\n```\n\nc\n\n|a|\n|-|\n\nd\n"));
  }

  private Config read(String text) throws Exception {
    return reader.parse(text, "agent.yaml", Path.of("/etc/device-agent"));
  }

  private static String file() throws Exception {
    return ConfigFile.of(ConfigKeys.read(Files.readString(Path.of("../../docs/config.md"))));
  }
}
