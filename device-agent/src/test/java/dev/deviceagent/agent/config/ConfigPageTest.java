package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/config.md} lists exactly the keys that the reader reads, with their defaults. */
class ConfigPageTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z_.]+)` \\| (.*?) \\| .+ \\|$");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyKeyIsOnThePageWithItsDefault() throws Exception {
    var reader = new ConfigReader(List.of("SetVolume"), List.of("sim"));
    reader.parse("", "none", Path.of("/"));
    var known = new LinkedHashMap<>(reader.known());
    known.computeIfPresent(
        "tools.alias",
        (_, _) ->
            String.join(
                ", ",
                AliasReader.BUILT_IN.entrySet().stream()
                    .filter(alias -> alias.getValue().arguments().isEmpty())
                    .map(alias -> alias.getKey() + ": " + alias.getValue().tool())
                    .sorted((a, b) -> b.compareTo(a))
                    .toList()));
    assertEquals(sorted(known), sorted(keysOnThePage()));
  }

  @Test
  void theExampleIsGoodAndSaysTheDefaults() throws Exception {
    var matcher = EXAMPLE.matcher(page());
    assertTrue(matcher.find());
    var reader = new ConfigReader(List.of("SetVolume"), List.of("sim"));
    var directory = Path.of("/");
    assertEquals(
        reader.parse("", "none", directory), reader.parse(matcher.group(1), "page", directory));
  }

  private static Map<String, String> keysOnThePage() throws Exception {
    var keys = new LinkedHashMap<String, String>();
    for (var line : page().lines().toList()) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        keys.put(row.group(1), row.group(2).replace("`", ""));
      }
    }
    return keys;
  }

  private static Map<String, String> sorted(Map<String, String> keys) {
    return new TreeMap<>(keys);
  }

  private static String page() throws Exception {
    return Files.readString(Sources.ROOT.resolve("docs/config.md"));
  }
}
