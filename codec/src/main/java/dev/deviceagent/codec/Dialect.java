package dev.deviceagent.codec;

import java.util.List;

/**
 * A vendor's wire format and its mapping to signals and intents: {@link #receive} from the cloud,
 * {@link #say} and {@link #reply} to it. All are pure functions, for any thread. To add a vendor,
 * write a package with an implementation, and add its line to {@code Dialects}.
 */
public interface Dialect {
  /** The name in a configuration, for example {@code aicall}. */
  String name();

  /** Whether a payload is in this format. It is enough to look at how it starts. */
  boolean recognises(Payload payload);

  /**
   * Decodes a payload that is {@linkplain #recognises recognised}, and says what it means. Unknown
   * messages give {@link Signal.Unknown}; members that nobody uses are not read.
   *
   * @throws CodecException if something that the agent acts on is missing or wrong
   */
  Received receive(Payload payload) throws CodecException;

  /** The messages that say it, in order; none if the vendor has no word for it. */
  List<ToCloud> say(Intent intent);

  /** The messages that carry the result of a call back. */
  List<ToCloud> reply(Reply.Message reply, Outcome outcome);

  /** One message of each kind that comes from the cloud, to try out. */
  default List<Example> examples() {
    return Example.of(getClass());
  }

  /** What the vendor's protocol has words for. */
  Abilities abilities();

  /**
   * What a dialect can do.
   *
   * @param speaks whether words can be handed over to be spoken ({@link Intent.Speak})
   * @param asks whether a text can be put to the language model ({@link Intent.Ask})
   * @param replies whether the result of a tool call can go back as a message
   * @param cancels whether there is a word for a cancelled talk; if not, it is interrupted
   */
  record Abilities(boolean speaks, boolean asks, boolean replies, boolean cancels) {}
}
