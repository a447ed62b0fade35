package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.Sources;
import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.Indication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeReaderTest {
  @TempDir Path folder;

  private static Theme parse(String text) throws ConfigException {
    return ThemeReader.parse(text, "t.yaml", ThemeReader.shipped(), Effects.TABLE);
  }

  @Test
  void whatAThemeLeavesOutIsAsInTheShippedOne() throws Exception {
    var shipped = ThemeReader.shipped();
    assertEquals(shipped, parse(""));
    var own = parse("speaking: {effect: still, colour: red}");
    var red = new Style("still", List.of(0xFF0000), Duration.ofSeconds(2), 25);
    assertEquals(red, own.styles().get(Indication.SPEAKING));
    assertEquals(shipped.styles().get(Indication.THINKING), own.styles().get(Indication.THINKING));
    assertEquals(shipped.emotions(), own.emotions());
  }

  private static String effect(Theme theme, String emotion) {
    return Objects.requireNonNull(theme.emotions().get(emotion), emotion).effect();
  }

  @Test
  void anEmotionMayBeAddedAndAnotherChanged() throws Exception {
    var own = parse("emotions: {wistful: {effect: rain}, happy: {effect: still}}");
    assertEquals("rain", effect(own, "wistful"));
    assertEquals("still", effect(own, "happy"));
    assertEquals("heartbeat", effect(own, "angry"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speaking: {effect: wav}                  | did you mean 'wave'?",
        "speeking: {effect: wave}                 | did you mean 'speaking'?",
        "speaking: {effect: wave, color: red}     | did you mean 'colour'?",
        "speaking: {effect: wave, colour: reddish} | is not a colour",
        "speaking: {effect: wave, period: 3}      | is not a duration",
        "speaking: {effect: wave, amount: 300}    | must be from 0 to 100",
        "speaking: {effect: breath, period: 200ms, amount: 0} | 'speaking' flashes 5 times per"
            + " second",
        "emotions: {angry: {effect: heartbeat, period: 500ms, amount: 0}} | flashes 4 times per"
            + " second",
      })
  void aMistakeIsToldWithItsPlace(String text, String problem) {
    var thrown = assertThrows(ConfigException.class, () -> parse(text));
    assertEquals(1, thrown.lines().size(), thrown.lines().toString());
    assertTrue(thrown.lines().getFirst().contains(problem), thrown.lines().getFirst());
    assertTrue(thrown.lines().getFirst().startsWith("t.yaml:1:"), thrown.lines().getFirst());
  }

  @Test
  void aThemeIsCheckedWithTheConfiguration() throws Exception {
    var reader = new ConfigReader(List.of(), Boards.NAMES);
    Files.writeString(folder.resolve("mine.yaml"), "idle: {effect: still, colour: blue}");
    var own = reader.parse("lights: {theme: mine.yaml}", "a.yaml", folder).lights().theme();
    assertNotEquals(ThemeReader.shipped(), own);
    Files.writeString(
        folder.resolve("mine.yaml"), "idle: {effect: breath, period: 200ms, amount: 0}");
    var refused =
        assertThrows(
            ConfigException.class,
            () -> reader.parse("lights: {theme: mine.yaml}", "a.yaml", folder));
    assertTrue(refused.lines().getFirst().contains("flashes 5 times per second"));
    assertThrows(
        ConfigException.class, () -> reader.parse("lights: {theme: none.yaml}", "a.yaml", folder));
  }

  @Test
  void thePageNamesEveryEffectAndEverythingThatIsShown() throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("docs/themes.md"));
    var effects =
        Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|[^|]*\\|[^|]*\\|$", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertEquals(Effects.TABLE.names(), effects);
    for (var indication : Indication.values()) {
      if (!indication.isThemed()) {
        continue;
      }
      var name = indication == Indication.EMOTION ? "emotions.default" : indication.word();
      assertTrue(page.contains("`" + name + "`"), name);
    }
  }

  @Test
  void theExampleOnThePageIsGood() throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("docs/themes.md"));
    var example = page.substring(page.indexOf("```yaml") + 7, page.indexOf("```\n\n`device"));
    assertEquals("twinkle", effect(parse(example), "happy"));
  }
}
