package dev.deviceagent.agent.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.tinylog.Logger;

/**
 * What the speaker says, in the owner's language. The sentences are data: {@code en} and {@code
 * zh-CN} are bundled; any other language is a file {@code sentences/TAG.yaml} beside the
 * configuration. A sentence that this file omits is said in English.
 */
public final class Sentences {
  /** The bundled languages. */
  static final List<String> BUILT_IN = List.of("en", "zh-CN");

  private static final String FOLDER = "sentences";

  private final SequencedMap<String, String> sentences;

  private Sentences(SequencedMap<String, String> sentences) {
    this.sentences = sentences;
  }

  /** A sentence and its values: the key, and what replaces the words in braces. */
  public record Phrase(String key, Map<String, String> values) {
    public static Phrase of(String key) {
      return new Phrase(key, Map.of());
    }
  }

  /** Every available language. */
  static List<String> languages(Path directory) {
    var languages = new ArrayList<>(BUILT_IN);
    try (var files = Files.newDirectoryStream(directory.resolve(FOLDER), "*.yaml")) {
      files.forEach(file -> languages.add(file.getFileName().toString().replace(".yaml", "")));
    } catch (IOException e) {
      // No such folder, so no language was added.
    }
    return languages;
  }

  /** The sentences of a language that {@link #languages} lists. */
  public static Sentences load(String language, Path directory) {
    var sentences = builtIn("en");
    var file = directory.resolve(FOLDER).resolve(language + ".yaml");
    if (BUILT_IN.contains(language)) {
      sentences.putAll(builtIn(language));
    }
    if (Files.isReadable(file)) {
      try {
        sentences.putAll(parse(TextFile.read(file), file.toString()));
      } catch (IOException e) {
        Logger.warn(
            "{}: cannot be used as sentences, so the speaker uses English: {}",
            file,
            e.getMessage());
      } catch (ConfigException e) {
        Logger.warn(
            "sentences cannot be used, so the speaker uses English: {}",
            String.join("; ", e.lines()));
      }
    }
    return new Sentences(sentences);
  }

  /** The text of a phrase. */
  public String say(Phrase phrase) {
    var text = sentences.get(phrase.key());
    if (text == null) {
      throw new IllegalArgumentException("no sentence for the key '" + phrase.key() + "'");
    }
    for (var value : phrase.values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** The sentences of a bundled language, by key. */
  static SequencedMap<String, String> builtIn(String language) {
    try (InputStream in =
        Sentences.class.getResourceAsStream("/" + FOLDER + "/" + language + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("no built-in sentences for the language " + language);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), language);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigException e) {
      throw new IllegalStateException(String.join("; ", e.lines()), e);
    }
  }

  static SequencedMap<String, String> parse(String yaml, String file) throws ConfigException {
    var problems = new ArrayList<Problem>();
    var section =
        new Section("", ConfigReader.compose(yaml, problems), problems, new LinkedHashMap<>());
    var sentences = new LinkedHashMap<String, String>();
    for (var key : section.names()) {
      var sentence = section.<String>optional(key, text -> text);
      if (sentence != null) {
        sentences.put(key, sentence);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return sentences;
  }
}
