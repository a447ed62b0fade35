package dev.deviceagent.hal;

import java.util.regex.Pattern;

/**
 * A device did not do what was requested. The message is one line that names the device, the cause
 * and the remedy. It may contain text from the device itself. Therefore each of the three parts is
 * cut at 1,000 characters, and control characters become dots.
 */
public final class HalException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kind of failure, for code to act on. */
  public enum Kind {
    /** The device is not there, or no longer there. */
    ABSENT,
    /** The device is there, but this process may not use it. */
    DENIED,
    /** Another program is using the device. */
    BUSY,
    /** The device cannot do this at all. */
    UNSUPPORTED,
    /** The operation was attempted and failed. */
    FAILED
  }

  /** Matches line and paragraph separators too. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private static final int CHARACTERS_MOST = 1_000;

  private final Kind kind;
  private final String where;
  private final String problem;
  private final String cure;

  /**
   * @param where the device path or name, as returned by {@link Device#where()}
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
