package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;

/** When handed-over words are spoken. NERTC and Volcengine use the same numbers. */
public enum InterruptMode {
  /** Now: what the AI is saying is cut off. */
  NOW(1),
  /** When the current turn is over. */
  AFTER(2),
  /** Only if the AI is not busy; dropped otherwise. */
  IF_IDLE(3);

  private final int number;

  InterruptMode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The mode of a member that must be 1, 2 or 3. */
  public static InterruptMode read(Fields fields, String name) throws CodecException {
    int number = fields.integer(name);
    for (var mode : values()) {
      if (mode.number == number) {
        return mode;
      }
    }
    throw new CodecException(Kind.RANGE, fields.at(name), "must be 1, 2 or 3");
  }
}
