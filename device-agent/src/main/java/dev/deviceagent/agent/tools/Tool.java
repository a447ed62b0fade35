package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;

/**
 * A function that a voice AI may call. To add one, implement it and add its line to {@link
 * Tools#TABLE}.
 */
public interface Tool {
  /** The name in a call. A vendor's console may use another name, by an alias. */
  String name();

  /** What it does, for a language model. */
  String description();

  /** Whether the person waits for a spoken answer. */
  default boolean isQuestion() {
    return false;
  }

  /** JSON Schema of its arguments; contains only what this board supports. */
  Json.Obj parameters();

  /**
   * Checks the arguments and returns the plan. Runs on the core's thread, so it touches no
   * hardware. Ignores unknown members, because language models add some.
   *
   * @throws ToolFailure {@code BAD_ARGUMENTS}, {@code OUT_OF_RANGE} or {@code NO_SUCH_DEVICE}
   */
  Plan check(Fields arguments) throws ToolFailure;
}
