package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;

/** When the AI speaks a text that the agent gives it. NERTC and Volcengine use the same numbers. */
public enum InterruptMode {
  /** Immediately: the AI stops what it is saying. */
  NOW(1),
  /** After the current turn. */
  AFTER(2),
  /** Only if the AI is not busy; otherwise the text is dropped. */
  IF_IDLE(3);

  private final int number;

  InterruptMode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Reads the mode from a member that must be 1, 2 or 3. */
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
