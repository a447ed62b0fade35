package dev.deviceagent.codec;

/** How the result of a tool call goes back to the cloud. */
public sealed interface Reply {
  /** Not at all. */
  record None() implements Reply {}

  /** The channel has no message for a result: the answer to a question is spoken. */
  record Spoken() implements Reply {}

  /**
   * As a message of the dialect.
   *
   * @param dialect makes the message, by {@link Dialect#reply}
   * @param kind what asked, in the dialect's own terms
   * @param id what the result is matched by: text or number, exactly as it came
   */
  record Message(Dialect dialect, String kind, Json id) implements Reply {}
}
