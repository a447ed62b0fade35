package dev.deviceagent.agent.view;

import dev.deviceagent.hal.Colour;
import org.jspecify.annotations.Nullable;

/**
 * The view state: everything that the UI shows. Two equal view states are the same picture.
 *
 * @param microphoneOpen also true while it is unknown: the light shows "open" in case of doubt
 * @param refused a press has just been refused
 * @param announcement the colour of a message that has just arrived, else null
 * @param emotion the AI's, or null
 * @param lamp the owner's light, if it is on
 * @param offline the reason, while the state is offline; else null
 * @param interrupted the AI has just been interrupted
 * @param volume in percent, while it has just been changed; else null
 * @param batteryLow it is nearly empty, and not being charged
 */
public record ViewState(
    State state,
    boolean microphoneOpen,
    boolean muted,
    boolean talking,
    boolean refused,
    @Nullable Colour announcement,
    @Nullable String emotion,
    @Nullable Colour lamp,
    @Nullable Offline offline,
    boolean interrupted,
    @Nullable Integer volume,
    boolean batteryLow) {

  /** Why the speaker is offline. */
  public enum Offline {
    /** The machine has no network. */
    NETWORK,
    /** No vendor's SDK is connected. */
    BRIDGE,
    /** The SDK is connected, but not in the room. */
    ROOM
  }

  /** A view state without further events; if it is offline, no SDK is connected. */
  public ViewState(
      State state,
      boolean microphoneOpen,
      boolean muted,
      boolean talking,
      boolean refused,
      @Nullable Colour announcement,
      @Nullable String emotion,
      @Nullable Colour lamp) {
    this(
        state,
        microphoneOpen,
        muted,
        talking,
        refused,
        announcement,
        emotion,
        lamp,
        state == State.OFFLINE ? Offline.BRIDGE : null,
        false,
        null,
        false);
  }
}
