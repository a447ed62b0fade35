package dev.deviceagent.hal;

import java.util.regex.Pattern;

/**
 * A device did not do what was asked. The message names device, cause and cure, on one line. What a
 * device itself has said may be in it: each of the three is cut at 1,000 characters, and a control
 * character becomes a dot.
 */
public final class HalException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What code may act on. */
  public enum Kind {
    /** It is not there, or no longer. */
    ABSENT,
    /** It is there and this process may not use it. */
    DENIED,
    /** Somebody else has it. */
    BUSY,
    /** It cannot do that at all. */
    UNSUPPORTED,
    /** It was asked and failed. */
    FAILED
  }

  /** Line and paragraph separators too. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private static final int CHARACTERS_MOST = 1_000;

  private final Kind kind;
  private final String where;
  private final String problem;
  private final String cure;

  /**
   * @param where the device's path or name, as {@link Device#where()} says it
   * @param problem what happened, in words
   * @param cure what to do about it, in words
   */
  public HalException(Kind kind, String where, String problem, String cure) {
    super(line(problem));
    this.kind = kind;
    this.where = line(where);
    this.problem = line(problem);
    this.cure = line(cure);
  }

  private static String line(String text) {
    var shown = text;
    if (shown.length() > CHARACTERS_MOST) {
      boolean isWithinAPair = Character.isHighSurrogate(shown.charAt(CHARACTERS_MOST - 1));
      shown = shown.substring(0, CHARACTERS_MOST - (isWithinAPair ? 1 : 0)) + "…";
    }
    return CONTROL.matcher(shown).replaceAll("·");
  }

  @Override
  public String getMessage() {
    return where + ": " + problem + "; " + cure;
  }

  public Kind kind() {
    return kind;
  }

  public String where() {
    return where;
  }

  public String problem() {
    return problem;
  }

  public String cure() {
    return cure;
  }
}
