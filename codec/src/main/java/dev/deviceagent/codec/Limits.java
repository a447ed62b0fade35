package dev.deviceagent.codec;

/** What a message may be at most. Beyond it, decoding ends with {@code LIMIT}. */
public final class Limits {
  /** Bytes of one message; Volcengine and AICall both stop at 64 KB. */
  public static final int MESSAGE_BYTES = 64 * 1024;

  /**
   * The largest message a configuration may ask for. Below 0x080000 a Volcengine length never
   * starts with a byte that could start JSON, which is what tells {@code tool}+length from the
   * NERTC pair {@code tool}, NUL, JSON.
   */
  public static final int MESSAGE_BYTES_CEILING = 512 * 1024 - 1;

  /** Objects and arrays within one another; the vendors' deepest has 7. */
  public static final int DEPTH = 32;

  /** Characters of one string, and so of a JSON text within it. */
  public static final int STRING_CHARACTERS = MESSAGE_BYTES_CEILING;

  /** Characters of a member's name. */
  public static final int NAME_CHARACTERS = 256;

  /** Characters of one number; an unsigned 64-bit uid has 20. */
  public static final int NUMBER_CHARACTERS = 64;

  /**
   * Code points of the text of one {@code ExternalTextToSpeech} (Volcengine, "custom text to
   * speech").
   */
  public static final int SPEECH_CODE_POINTS = 200;

  private Limits() {}
}
