package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;

/** A function that a voice AI may call. To add one: write it, and add its line to {@link Tools}. */
public interface Tool {
  /** As it is called; a vendor's console may have another name for it, by an alias. */
  String name();

  /** What it does, for a language model. */
  String description();

  /** Whether the person waits for an answer in words. */
  default boolean isQuestion() {
    return false;
  }

  /** JSON Schema of its arguments, with only what this board can do. */
  Json.Obj parameters();

  /**
   * Checks the arguments and says what is to be done. Runs on the core's thread, so it touches no
   * hardware. Members that it does not know are not looked at: language models add some.
   *
   * @throws ToolFailure {@code BAD_ARGUMENTS}, {@code OUT_OF_RANGE} or {@code NO_SUCH_DEVICE}
   */
  Plan check(Fields arguments) throws ToolFailure;
}
