package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.agent.tools.Lane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentencesTest {
  private static final Pattern BRACES = Pattern.compile("\\{[a-z]+}");
  private static final Phrase LEVEL = new Phrase("volume.level", Map.of("percent", "30"));
  private static final Phrase OFF = Phrase.of("lights.off");

  @TempDir Path directory;

  private void write(String language, String text) throws IOException {
    var folder = Files.createDirectories(directory.resolve("sentences"));
    Files.writeString(folder.resolve(language + ".yaml"), text);
  }

  private static Set<String> braces(String text) {
    var names = new TreeSet<String>();
    BRACES.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }

  @Test
  void everyLanguageHasEverySentenceWithTheSameBraces() {
    var english = Sentences.builtIn("en");
    for (var language : Sentences.BUILT_IN) {
      var sentences = Sentences.builtIn(language);
      assertEquals(english.sequencedKeySet(), sentences.sequencedKeySet(), language);
      english.forEach((key, text) -> {
        var other = Objects.requireNonNull(sentences.get(key));
        assertEquals(braces(text), braces(other), language + " " + key);
        assertFalse(other.isBlank(), language + " " + key);
      });
    }
  }

  @Test
  void everyDeviceThatCanBeAskedForHasWordsForItsFailure() {
    for (var lane : Lane.values()) {
      assertTrue(Sentences.builtIn("en").containsKey("failed." + lane.word()), lane.word());
    }
  }

  @Test
  void bracesAreFilledIn() {
    assertEquals("The volume is at 30 percent.", Sentences.load("en", directory).say(LEVEL));
    assertEquals("音量是百分之30。", Sentences.load("zh-CN", directory).say(LEVEL));
  }

  @Test
  void aSentenceThatIsNotThereIsABug() {
    var sentences = Sentences.load("en", directory);
    assertThrows(IllegalArgumentException.class, () -> sentences.say(Phrase.of("no.such")));
  }

  @Test
  void aFileBesideTheConfigurationAddsALanguage() throws IOException {
    assertEquals(List.of("en", "zh-CN"), Sentences.languages(directory));
    write("de", "volume.level: Die Lautstärke ist {percent} Prozent.\n");
    assertEquals(List.of("en", "zh-CN", "de"), Sentences.languages(directory));
    var german = Sentences.load("de", directory);
    assertEquals("Die Lautstärke ist 30 Prozent.", german.say(LEVEL));
    assertEquals("All lights are off.", german.say(OFF), "what it leaves out is English");
  }

  @Test
  void aFileMayChangeALanguageOfTheProgram() throws IOException {
    write("zh-CN", "lights.off: 全关了。\n");
    var chinese = Sentences.load("zh-CN", directory);
    assertEquals("全关了。", chinese.say(OFF));
    assertEquals("音量是百分之30。", chinese.say(LEVEL));
  }

  @Test
  void aBrokenFileFallsBackToEnglish() throws IOException {
    var broken =
        List.of("{", "- a\n- b\n", "just words", "a: *b", "a: &a [[*a]]", "[".repeat(50_000));
    for (var text : broken) {
      write("de", text);
      assertEquals("All lights are off.", Sentences.load("de", directory).say(OFF), text);
    }
    Files.write(directory.resolve("sentences/de.yaml"), "ä".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("All lights are off.", Sentences.load("de", directory).say(OFF));
  }
}
