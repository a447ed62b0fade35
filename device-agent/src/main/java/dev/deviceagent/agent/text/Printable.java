package dev.deviceagent.agent.text;

/** Makes text from outside safe for a log or a terminal. */
public final class Printable {
  private Printable() {}

  /**
   * The text on one line, without control characters: a name from the network must not write a
   * second line into a log, or control a terminal.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Printable::steers)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(steers(c) ? '\u00b7' : c));
    return clean.toString();
  }

  /** Control characters of both sets, and Unicode's line ends and direction changes. */
  private static boolean steers(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
