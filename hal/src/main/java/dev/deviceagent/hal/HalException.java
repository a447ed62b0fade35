package dev.deviceagent.hal;

/** A device did not do what was asked. The message names device, cause and cure, on one line. */
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
    super(problem);
    this.kind = kind;
    this.where = where;
    this.problem = problem;
    this.cure = cure;
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
