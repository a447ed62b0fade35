package dev.deviceagent.codec;

/** How the result of a tool call reaches the cloud. */
public sealed interface Reply {
  /** No reply. */
  record None() implements Reply {}

  /** The channel has no message for a result: the AI speaks the answer to a question. */
  record Spoken() implements Reply {}

  /**
   * The dialect makes a reply message.
   *
   * @param dialect makes the message, by {@link Dialect#reply}
   * @param kind the kind of the request, in the dialect's terms
   * @param id the id that matches the result to the request: text or number, unchanged
   */
  record Message(Dialect dialect, String kind, Json id) implements Reply {}
}
