package dev.deviceagent.manual;

import java.util.Locale;

/** Turns the text of a table cell into a sentence. */
final class Sentence {
  private Sentence() {}

  /** Adds a full stop and a leading capital. A name in backticks at the start stays unchanged. */
  static String of(String words) {
    var end = words.matches("(?s).*[.…:?!]") ? "" : ".";
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
  }

  /** The first of several sentences, without its full stop. */
  static String first(String words) {
    return words.split("\\. ", 2)[0];
  }
}
