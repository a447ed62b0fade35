package dev.deviceagent.codec;

/**
 * A message that cannot be understood: what kind of fault it has, and where. The message is one
 * line for a log, and quotes none of the text that people said.
 */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the message. */
  public enum Kind {
    /** The frame around it is broken: a length that does not fit its bytes, a missing header. */
    FRAMING,
    /** It is not UTF-8. */
    ENCODING,
    /** It is not JSON. */
    SYNTAX,
    /** It is too long, too deep, or a string or number in it is. */
    LIMIT,
    /** A member that must be there is not. */
    MISSING,
    /** A member has the wrong JSON type. */
    TYPE,
    /** A member has the right type and an impossible value. */
    RANGE,
    /** It is none of the formats known here. */
    UNRECOGNISED
  }

  private final Kind kind;
  private final String path;
  private final String problem;

  /**
   * @param path the JSON path of the fault ({@code $.data.enable}), or {@code $} for the whole
   * @param problem what is wrong there, in words
   */
  public CodecException(Kind kind, String path, String problem) {
    super(problem);
    this.kind = kind;
    this.path = path;
    this.problem = problem;
  }

  @Override
  public String getMessage() {
    return path + ": " + problem;
  }

  public Kind kind() {
    return kind;
  }

  public String path() {
    return path;
  }
}
