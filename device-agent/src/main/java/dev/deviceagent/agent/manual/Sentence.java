package dev.deviceagent.agent.manual;

import java.util.Locale;

/** Words of a table as a sentence of a page. */
final class Sentence {
  private Sentence() {}

  /** With a capital and a full stop; a name at the start stays as it is typed. */
  static String of(String words) {
    var end = words.matches("(?s).*[.…:?!]") ? "" : ".";
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
  }

  /** The first one of several, without its full stop. */
  static String first(String words) {
    return words.split("\\. ", 2)[0];
  }
}
