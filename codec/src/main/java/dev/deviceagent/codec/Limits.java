package dev.deviceagent.codec;

/**
 * Limits of one message. Decoding fails with {@code LIMIT} beyond them. They limit the memory for a
 * message and the core's time for it, from any sender.
 */
public final class Limits {
  /** Bytes of one message; Volcengine and AICall both allow 64 KB at most. */
  public static final int MESSAGE_BYTES = 64 * 1024;

  /**
   * Upper bound of the configurable message size, in bytes. Below 0x080000, a Volcengine length
   * never starts with a byte that can start JSON. This distinguishes {@code tool}+length from the
   * NERTC pair {@code tool}, NUL, JSON.
   */
  public static final int MESSAGE_BYTES_CEILING = 512 * 1024 - 1;

  /** Nesting depth of objects and arrays. The deepest vendor message has 7 levels. */
  public static final int DEPTH = 32;

  /** Characters of one string, including JSON text inside a string. */
  public static final int STRING_CHARACTERS = MESSAGE_BYTES_CEILING;

  /**
   * JSON values in one document: every object, array, string, number, truth value and null. The
   * largest real messages are lists of songs with a few hundred values. A value takes up to 220
   * bytes of heap (an object of one member); 5,000 take 1.1 MB of the 48 MB heap.
   */
  public static final int VALUES = 5_000;

  /**
   * Characters of the name of a member, function, tool, method, event, command or type. The longest
   * name in the vendors' documents has about 30; OpenAI limits function names to 64.
   */
  public static final int NAME_CHARACTERS = 256;

  /**
   * Characters of the id of a call or of a JSON-RPC request. The agent keeps it for a minute and
   * echoes it. Vendors send UUIDs (36 characters), some with a short prefix.
   */
  public static final int ID_CHARACTERS = 256;

  /** Characters of an emotion, which the status shows. The longest vendor word has 11. */
  public static final int EMOTION_CHARACTERS = 64;

  /** Function calls in one message. Vendors send 1 to 3. */
  public static final int CALLS = 64;

  /** Songs or alarms in one message. */
  public static final int LIST = 256;

  /** Lines of subtitles in one message. Volcengine's examples have 1. */
  public static final int SUBTITLE_LINES = 64;

  /** Characters of one number. An unsigned 64-bit uid has 20. */
  public static final int NUMBER_CHARACTERS = 64;

  /**
   * Code points of the text in one {@code ExternalTextToSpeech} (Volcengine, "custom text to
   * speech").
   */
  public static final int SPEECH_CODE_POINTS = 200;

  /**
   * Code points of a text that are spoken: about 15 minutes of speech in Chinese, 5 in English. The
   * rest is dropped. Volcengine gets them in about 20 frames.
   */
  public static final int SPOKEN_CODE_POINTS = 4_000;

  private Limits() {}
}
