package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.text.Nearest;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Argument checks that several tools share. Types are not converted: "80" is not 80. */
final class Arguments {
  /** Longer than the name of any song, light or colour; a message may hold 64 KB. */
  private static final int TEXT_CHARACTERS = 1_000;

  private Arguments() {}

  /**
   * A percentage within a range, rounded to the nearest whole number; null if absent. Language
   * models compute percentages and therefore send values such as 51.6.
   */
  static @Nullable Integer percent(Fields arguments, String name, int least, int most)
      throws ToolFailure {
    try {
      var number = arguments.optionalNumber(name);
      if (number == null) {
        return null;
      }
      var whole = number.setScale(0, RoundingMode.HALF_UP);
      if (whole.compareTo(BigDecimal.valueOf(least)) < 0
          || whole.compareTo(BigDecimal.valueOf(most)) > 0) {
        throw new ToolFailure(
            ToolFailure.Kind.OUT_OF_RANGE,
            "'" + name + "' is " + number + " and must be from " + least + " to " + most);
      }
      return whole.intValueExact();
    } catch (CodecException e) {
      throw ToolFailure.of(e);
    }
  }

  /** A text of at most 1,000 characters; null if absent. */
  static @Nullable String text(Fields arguments, String name) throws ToolFailure {
    try {
      var text = arguments.optionalText(name);
      if (text != null && text.length() > TEXT_CHARACTERS) {
        throw new ToolFailure(
            ToolFailure.Kind.OUT_OF_RANGE,
            "'" + name + "' has " + text.length() + " characters; the limit is " + TEXT_CHARACTERS);
      }
      return text;
    } catch (CodecException e) {
      throw ToolFailure.of(e);
    }
  }

  /** One of the words; null if absent. */
  static @Nullable String word(Fields arguments, String name, Collection<String> words)
      throws ToolFailure {
    var word = text(arguments, name);
    if (word != null && !words.contains(word)) {
      throw new ToolFailure(
          ToolFailure.Kind.BAD_ARGUMENTS,
          "'" + name + "' cannot be '" + Nearest.shown(word) + "'" + Nearest.hint(word, words));
    }
    return word;
  }

  /** A value that is required. */
  static <T> T needed(String name, @Nullable T value) throws ToolFailure {
    if (value == null) {
      throw new ToolFailure(ToolFailure.Kind.BAD_ARGUMENTS, "'" + name + "' is missing");
    }
    return value;
  }

  // The subset of JSON Schema that the tools need.

  static Json.Obj schema(Json.Obj properties, Collection<String> required) {
    var schema = Json.object().with("type", "object").with("properties", properties);
    return required.isEmpty() ? schema : schema.with("required", required.stream().toList());
  }

  static Json.Obj integerSchema(int least, int most, String description) {
    return Json.object()
        .with("type", "integer")
        .with("minimum", least)
        .with("maximum", most)
        .with("description", description);
  }

  static Json.Obj wordSchema(Collection<String> words, String description) {
    return Json.object()
        .with("type", "string")
        .with("enum", words.stream().toList())
        .with("description", description);
  }

  static Json.Obj textSchema(String description) {
    return Json.object().with("type", "string").with("description", description);
  }
}
