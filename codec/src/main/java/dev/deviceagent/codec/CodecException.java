package dev.deviceagent.codec;

/**
 * A message cannot be decoded. Gives the kind of fault and its place. The text is one line for a
 * log and quotes nothing that people said.
 */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kind of fault. */
  public enum Kind {
    /** The frame is broken: its length does not match its bytes, or its header is missing. */
    FRAMING,
    /** The bytes are not UTF-8. */
    ENCODING,
    /** The text is not JSON. */
    SYNTAX,
    /**
     * The message, or a string or number in it, is too long, or the message is nested too deeply.
     */
    LIMIT,
    /** A required member is missing. */
    MISSING,
    /** A member has the wrong JSON type. */
    TYPE,
    /** A member has the right type and an invalid value. */
    RANGE,
    /** The message has none of the known formats. */
    UNRECOGNISED
  }

  private final Kind kind;
  private final String path;
  private final String problem;

  /**
   * @param path the JSON path of the fault ({@code $.data.enable}), or {@code $} for the whole
   *     message
   * @param problem the fault, in words
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
