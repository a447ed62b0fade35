package dev.deviceagent.codec;

/**
 * Bounds of one message. Decoding ends with {@code LIMIT} beyond them. They bound the memory that a
 * message takes and the time that the core spends on it, whoever sends it.
 */
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

  /**
   * JSON values in one document: every object, array, string, number, truth value and null. The
   * largest real messages are lists of songs, with some hundred values. A value takes up to 220
   * bytes of heap (an object of one member), 5,000 of them 1.1 MB of the 48 MB that there are.
   */
  public static final int VALUES = 5_000;

  /**
   * Characters of a name: of a member, function, tool, method, event, command or type. The longest
   * in the vendors' documents has about 30; OpenAI's limit for functions is 64.
   */
  public static final int NAME_CHARACTERS = 256;

  /**
   * Characters of the id of a call or of a JSON-RPC request, which is kept for a minute and echoed.
   * Vendors send UUIDs (36) and short prefixes before them.
   */
  public static final int ID_CHARACTERS = 256;

  /** Characters of an emotion, which the status shows. The vendors' longest word has 11. */
  public static final int EMOTION_CHARACTERS = 64;

  /** Calls of functions in one message. Vendors send 1 to 3. */
  public static final int CALLS = 64;

  /** Songs or alarms in one message. */
  public static final int LIST = 256;

  /** Lines of subtitles in one message. Volcengine's examples have 1. */
  public static final int SUBTITLE_LINES = 64;

  /** Characters of one number; an unsigned 64-bit uid has 20. */
  public static final int NUMBER_CHARACTERS = 64;

  /**
   * Code points of the text of one {@code ExternalTextToSpeech} (Volcengine, "custom text to
   * speech").
   */
  public static final int SPEECH_CODE_POINTS = 200;

  /**
   * Code points that are spoken of one text, some 15 minutes of speech in Chinese and 5 in English;
   * the rest is dropped. Volcengine gets them in about 20 frames.
   */
  public static final int SPOKEN_CODE_POINTS = 4_000;

  private Limits() {}
}
