package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Observation;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Received;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the core. */
public sealed interface Input {
  /** Whether it goes before every message that waits. */
  default boolean isUrgent() {
    return false;
  }

  /** About how many bytes came in with it. */
  default int bytes() {
    return 0;
  }

  /** What must not wait behind messages: a held button, the microphone, the mute, the end. */
  sealed interface Urgent extends Input {
    @Override
    default boolean isUrgent() {
      return true;
    }
  }

  /** The board is open. */
  record Ready() implements Input {}

  /**
   * A bridge has connected; it may not be in a room yet.
   *
   * @param connection its number, for {@link Hands#use}
   */
  record BridgeCame(long connection) implements Input {}

  /**
   * It is gone.
   *
   * @param last the last start or end of a talk that it has taken on this connection
   */
  record BridgeLeft(String reason, TalkMark last) implements Input {}

  /** The bridge says it is in the room. */
  record Joined() implements Input {}

  /** The bridge says it is no longer. */
  record Left(String reason) implements Input {}

  /**
   * A message came.
   *
   * @param byLink false where it was handed in on the control socket
   * @param bytes how long it was
   */
  record Heard(Received message, boolean byLink, int bytes) implements Input {}

  /** The bridge says something for itself. */
  record Told(Received message) implements Input {}

  /** Bytes came that are no message. */
  record Rejected(CodecException problem, boolean byLink) implements Input {}

  /** The bridge says how loud the AI's voice is, 0 to 1. */
  record Voice(double level) implements Input {}

  /** A contact closed or opened, {@link System#nanoTime()}. */
  record Edge(String button, boolean closed, long atNanos) implements Urgent {}

  /**
   * An order to the microphone's switch has been carried out, has failed, or was given up because a
   * newer order had come.
   *
   * @param order the number of the order
   * @param open what the switch was last read to be; null where it could not be read
   * @param failure why the order failed, else null
   */
  record MicrophoneMoved(long order, @Nullable Boolean open, @Nullable String failure)
      implements Urgent {}

  /** A lane did what it was asked for; exactly one of the two is null. */
  record ToolDone(long ticket, @Nullable Observation seen, @Nullable ToolFailure failure)
      implements Input {}

  /** A device was looked at without being asked for. */
  record Seen(Reading reading) implements Input {}

  /** A device was looked at, and could not be asked. */
  record Failed(Lane lane, String problem) implements Input {}

  /** The owner wants to be muted, or no longer; the answer is null or why it was not done. */
  record Mute(boolean on, Consumer<@Nullable String> answer) implements Urgent {}

  /** The mute is on disk, or could not be put there. */
  record MuteKept(boolean on, @Nullable String failure) implements Urgent {}

  /** Somebody asks for the status; the answer is given on the core's thread. */
  record AskStatus(Consumer<Status> answer) implements Input {}

  /** The agent is to end. */
  record Stop() implements Urgent {}
}
