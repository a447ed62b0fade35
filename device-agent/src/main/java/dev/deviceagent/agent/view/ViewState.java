package dev.deviceagent.agent.view;

import dev.deviceagent.hal.Colour;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the UI shows. Two equal view states are the same picture. Made by a {@link
 * Builder}, so each value is named where it is set.
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

  /** A view state without events: the microphone is shut. If it is offline, no SDK is connected. */
  public static ViewState of(State state) {
    return in(state).build();
  }

  /** Starts from {@link #of}. */
  public static Builder in(State state) {
    return new Builder(state);
  }

  /** Starts from this view state. */
  public Builder but() {
    return in(state)
        .microphoneOpen(microphoneOpen)
        .muted(muted)
        .talking(talking)
        .refused(refused)
        .announcement(announcement)
        .emotion(emotion)
        .lamp(lamp)
        .offline(offline)
        .interrupted(interrupted)
        .volume(volume)
        .batteryLow(batteryLow);
  }

  /** Whether the speaker is idle, and the owner does not talk. */
  public boolean isAtRest() {
    return state == State.IDLE && !talking;
  }

  /** Sets the values of a view state by name. For one thread. */
  public static final class Builder {
    private State state;
    private boolean microphoneOpen;
    private boolean muted;
    private boolean talking;
    private boolean refused;
    private @Nullable Colour announcement;
    private @Nullable String emotion;
    private @Nullable Colour lamp;
    private @Nullable Offline offline;
    private boolean interrupted;
    private @Nullable Integer volume;
    private boolean batteryLow;

    private Builder(State state) {
      this.state = state;
      this.offline = reason(state);
    }

    private static @Nullable Offline reason(State state) {
      return state == State.OFFLINE ? Offline.BRIDGE : null;
    }

    /** Replaces the state, and the reason for being offline by that of {@link #of}. */
    public Builder state(State value) {
      state = value;
      offline = reason(value);
      return this;
    }

    public Builder microphoneOpen(boolean value) {
      microphoneOpen = value;
      return this;
    }

    public Builder muted(boolean value) {
      muted = value;
      return this;
    }

    public Builder talking(boolean value) {
      talking = value;
      return this;
    }

    public Builder refused(boolean value) {
      refused = value;
      return this;
    }

    public Builder announcement(@Nullable Colour value) {
      announcement = value;
      return this;
    }

    public Builder emotion(@Nullable String value) {
      emotion = value;
      return this;
    }

    public Builder lamp(@Nullable Colour value) {
      lamp = value;
      return this;
    }

    public Builder offline(@Nullable Offline value) {
      offline = value;
      return this;
    }

    public Builder interrupted(boolean value) {
      interrupted = value;
      return this;
    }

    public Builder volume(@Nullable Integer value) {
      volume = value;
      return this;
    }

    public Builder batteryLow(boolean value) {
      batteryLow = value;
      return this;
    }

    public ViewState build() {
      return new ViewState(
          state,
          microphoneOpen,
          muted,
          talking,
          refused,
          announcement,
          emotion,
          lamp,
          offline,
          interrupted,
          volume,
          batteryLow);
    }
  }
}
