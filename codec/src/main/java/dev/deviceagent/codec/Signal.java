package dev.deviceagent.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message from the cloud means, independent of the vendor. A {@link Dialect} makes signals
 * of messages; the core acts on signals only. To add a kind, add it here: the compiler then asks
 * for it wherever signals are handled.
 */
public sealed interface Signal {

  /** The AI listens. */
  record Listening() implements Signal {}

  /** The AI thinks. */
  record Thinking() implements Signal {}

  /** The AI begins to speak. */
  record Speaking() implements Signal {}

  /** The AI has finished: it neither speaks nor thinks. */
  record Idle() implements Signal {}

  /** The AI was interrupted: what is queued to be played or spoken is obsolete. */
  record Interrupted() implements Signal {}

  /** An emotion of the AI, in any word. */
  record Emotion(String name) implements Signal {}

  /** A function to call. */
  record Call(ToolCall call, Reply reply) implements Signal {}

  /** The list of this device's tools is wanted. */
  record ListTools(Reply.Message reply) implements Signal {}

  /** A function is about to be called: a phrase may be spoken to cover the wait. */
  record CallAnnounced() implements Signal {}

  /** The mode at the cloud: push-to-talk, or a natural conversation. */
  record PushToTalkMode(boolean enabled) implements Signal {}

  /** Words of the operator for the owner. */
  record Announcement(Hidden text) implements Signal {}

  /** A message in the operator's own format. */
  record CustomMessage(Hidden text) implements Signal {}

  /** Words that were spoken. */
  record Subtitle(Speaker speaker, Hidden text) implements Signal {}

  /** Songs to play now, the first one first. */
  record PlaySongs(List<Song> songs) implements Signal {}

  /** All alarms that the cloud has set; they replace those of an earlier list. */
  record Alarms(List<AlarmEntry> alarms) implements Signal {}

  /** Something failed at the cloud. */
  @SuppressWarnings("AvoidCommonTypeNames") // everywhere it is Signal.Error
  record Error(String reason) implements Signal {}

  /** The vendor's licence ends in so many days; not before today. */
  record LicenceEnds(int days) implements Signal {}

  /** The AI leaves the conversation. */
  record Leaving(String reason) implements Signal {}

  /** The conversation is over: the owner said goodbye, or said nothing for long. */
  record Goodbye() implements Signal {}

  /** The peer counts the ids of its calls from the beginning again. */
  record NewSession() implements Signal {}

  /** The protocol itself wants this answer at once. */
  record Answer(ToCloud message) implements Signal {}

  /** A request that could not be read, and that was answered as such. */
  record Malformed(CodecException problem) implements Signal {}

  /** A known message that the agent does not act on. */
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
   * A song as a vendor names it.
   *
   * @param url where it is, or null
   */
  record Song(String name, @Nullable String artist, @Nullable String url) {}

  /** What it means in one sentence, for people; never what people said. */
  default String meaning() {
    return switch (this) {
      case Listening() -> "The AI listens.";
      case Thinking() -> "The AI thinks.";
      case Speaking() -> "The AI speaks.";
      case Idle() -> "The AI has finished.";
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
      case Leaving _ -> "The AI leaves.";
      case Goodbye() -> "The conversation is over.";
      case NewSession() -> "A new session begins.";
      case Answer _ -> "The protocol asks for an answer.";
      case Malformed _ -> "A request that cannot be read.";
      case Unused(var meaning) -> meaning;
      case Unknown() -> "Unknown to this version; ignored.";
    };
  }
}
