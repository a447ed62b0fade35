package dev.deviceagent.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a message from the cloud, independent of the vendor. A {@link Dialect} turns
 * messages into signals, and the core acts on signals only. To add a kind, add it here: the
 * compiler then reports each place that must handle it.
 */
public sealed interface Signal {

  /** The AI listens to the owner. */
  record Listening() implements Signal {}

  /** The AI thinks. */
  record Thinking() implements Signal {}

  /** The AI begins to speak. */
  record Speaking() implements Signal {}

  /** The AI neither speaks nor thinks. */
  record Idle() implements Signal {}

  /** The AI was interrupted: queued audio and text to speak are obsolete. */
  record Interrupted() implements Signal {}

  /** An emotion of the AI; any word is allowed. */
  record Emotion(String name) implements Signal {}

  /** A function to call. */
  record Call(ToolCall call, Reply reply) implements Signal {}

  /** The cloud requests the list of this device's tools. */
  record ListTools(Reply.Message reply) implements Signal {}

  /** The cloud will call a function next: the agent may speak a phrase to cover the wait. */
  record CallAnnounced() implements Signal {}

  /** The mode that the cloud uses: push-to-talk, or a natural conversation. */
  record PushToTalkMode(boolean enabled) implements Signal {}

  /** A text from the operator to the owner. */
  record Announcement(Redacted text) implements Signal {}

  /** A message in the operator's own format. */
  record CustomMessage(Redacted text) implements Signal {}

  /** Text that the AI or the owner spoke. */
  record Subtitle(Speaker speaker, Redacted text) implements Signal {}

  /** Songs to play now, in order. */
  record PlaySongs(List<Song> songs) implements Signal {}

  /** All alarms that the cloud has set. They replace those of an earlier list. */
  record Alarms(List<AlarmEntry> alarms) implements Signal {}

  /** A failure in the cloud. */
  @SuppressWarnings("AvoidCommonTypeNames") // always written Signal.Error
  record Error(String reason) implements Signal {}

  /** The number of days until the vendor's licence ends; 0 or more. */
  record LicenceEnds(int days) implements Signal {}

  /** The AI leaves the conversation. */
  record Leaving(String reason) implements Signal {}

  /** The conversation is over: the owner said goodbye, or was silent for a long time. */
  record Goodbye() implements Signal {}

  /** The peer restarts the numbering of its call ids. */
  record NewSession() implements Signal {}

  /** A reply that the protocol requires. It is sent immediately. */
  record Answer(ToCloud message) implements Signal {}

  /** A request that could not be read. The peer has received an error response. */
  record Malformed(CodecException problem) implements Signal {}

  /** A known message that the agent does not use. */
  record Unused(String meaning) implements Signal {}

  /** A message that this version does not know. */
  record Unknown() implements Signal {}

  /** Who spoke. */
  enum Speaker {
    AI,
    OWNER,
    /** The vendor does not say. */
    UNKNOWN
  }

  /**
   * A song, named as the vendor names it.
   *
   * @param url the address of the audio, or null
   */
  record Song(String name, @Nullable String artist, @Nullable String url) {}

  /** The meaning in one sentence, for people. Never contains what people said. */
  default String meaning() {
    return switch (this) {
      case Listening() -> "The AI listens.";
      case Thinking() -> "The AI thinks.";
      case Speaking() -> "The AI speaks.";
      case Idle() -> "The AI has finished speaking.";
      case Interrupted() -> "The AI was interrupted.";
      case Emotion(var name) -> "The AI feels " + name + ".";
      case Call(var call, _) -> "The AI calls " + call.name() + ".";
      case ListTools _ -> "The AI asks for the list of tools.";
      case CallAnnounced() -> "The AI is about to call a tool.";
      case PushToTalkMode(var enabled) ->
          "The cloud reports that push-to-talk is " + (enabled ? "on." : "off.");
      case Announcement _ -> "The operator announces something.";
      case CustomMessage _ -> "The operator sends a custom message.";
      case Subtitle _ -> "Subtitles; not shown.";
      case PlaySongs _ -> "The AI plays a song.";
      case Alarms _ -> "The cloud lists all alarms that it has set.";
      case Error _ -> "The cloud reports an error.";
      case LicenceEnds(var days) -> "The vendor's licence ends in " + days + " days.";
      case Leaving _ -> "The AI leaves the conversation.";
      case Goodbye() -> "The conversation is over.";
      case NewSession() -> "A new session begins.";
      case Answer _ -> "A protocol request that needs an answer.";
      case Malformed _ -> "A malformed request.";
      case Unused(var meaning) -> meaning;
      case Unknown() -> "Unknown to this version; ignored.";
    };
  }
}
