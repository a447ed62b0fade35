package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Observation;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Received;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every input of the core. */
public sealed interface Input {
  /** Whether it is served before every waiting message. */
  default boolean isUrgent() {
    return false;
  }

  /** Its approximate size in bytes, for the limit of the queue. */
  default int bytes() {
    return 0;
  }

  /** An input that must not wait behind messages: a button, the microphone, the mute, shutdown. */
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
   * @param connection its number, for {@link Actuators#use}
   */
  record BridgeCame(long connection) implements Input {}

  /**
   * The bridge has disconnected.
   *
   * @param last the last start or end of a talk that it has taken on this connection
   */
  record BridgeLeft(String reason, TalkMark last) implements Input {}

  /** The bridge reports that it is in the room. */
  record Joined() implements Input {}

  /** The bridge reports that it has left the room. */
  record Left(String reason) implements Input {}

  /**
   * A message arrived.
   *
   * @param byLink false if it was injected on the control socket
   * @param bytes its length
   */
  record Heard(Received message, boolean byLink, int bytes) implements Input {}

  /** A message of the bridge itself. */
  record Told(Received message) implements Input {}

  /** Bytes arrived that cannot be decoded. */
  record Rejected(CodecException problem, boolean byLink) implements Input {}

  /** The bridge reports the level of the AI's voice, 0 to 1. */
  record Voice(double level) implements Input {}

  /** A contact closed or opened, at the time {@link System#nanoTime()}. */
  record Edge(String button, boolean closed, long atNanos) implements Urgent {}

  /**
   * An order to the microphone's switch has been carried out, has failed, or was given up because a
   * newer order arrived.
   *
   * @param order the number of the order
   * @param open the state of the switch that was last read; null if it could not be read
   * @param failure why the order failed, else null
   */
  record MicrophoneMoved(long order, @Nullable Boolean open, @Nullable String failure)
      implements Urgent {}

  /** A lane has finished a plan. Exactly one of {@code seen} and {@code failure} is null. */
  record ToolDone(long ticket, @Nullable Observation seen, @Nullable ToolFailure failure)
      implements Input {}

  /** A periodic reading of a device. */
  record Seen(Reading reading) implements Input {}

  /** A periodic reading of a device has failed. */
  record Failed(Lane lane, String problem) implements Input {}

  /** The owner turns the mute on or off. The answer is null, or why it was not done. */
  record Mute(boolean on, Consumer<@Nullable String> answer) implements Urgent {}

  /** The mute is on the disk, or could not be written. */
  record MuteKept(boolean on, @Nullable String failure) implements Urgent {}

  /** A request for the status; the answer is given on the core's thread. */
  record AskStatus(Consumer<Status> answer) implements Input {}

  /** The agent shuts down. */
  record Stop() implements Urgent {}
}
