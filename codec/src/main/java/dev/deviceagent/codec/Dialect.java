package dev.deviceagent.codec;

import java.util.List;

/**
 * A vendor's wire format and its mapping to signals and intents. {@link #receive} decodes messages
 * from the cloud, {@link #say} and {@link #reply} make messages to it. All methods are pure
 * functions and may be called from any thread. To add a vendor, write a package with an
 * implementation and add a line to {@code Dialects}.
 */
public interface Dialect {
  /** The name in a configuration, for example {@code aicall}. */
  String name();

  /** Whether a payload is in this format. A check of its first bytes or members is enough. */
  boolean recognises(Payload payload);

  /**
   * Decodes a payload that is {@linkplain #recognises recognised}, and returns its meaning. Unknown
   * messages give {@link Signal.Unknown}. Members that the agent does not use are not read.
   *
   * @throws CodecException if something that the agent acts on is missing or wrong
   */
  Received receive(Payload payload) throws CodecException;

  /** The messages for an intent, in order; empty if the vendor has no message for it. */
  List<ToCloud> say(Intent intent);

  /** The messages that carry the result of a call to the cloud. */
  List<ToCloud> reply(Reply.Message reply, Outcome outcome);

  /** One message of each kind that the cloud sends, to try out. */
  default List<Example> examples() {
    return Example.of(getClass());
  }

  /** What the vendor's protocol supports. */
  Abilities abilities();

  /**
   * What a dialect supports.
   *
   * @param speaks whether the AI can be given text to speak ({@link Intent.Speak})
   * @param asks whether the language model can be given a text to answer ({@link Intent.Ask})
   * @param replies whether the result of a tool call can be sent as a message
   * @param cancels whether there is a message for a cancelled talk; if not, the talk is interrupted
   */
  record Abilities(boolean speaks, boolean asks, boolean replies, boolean cancels) {}
}
