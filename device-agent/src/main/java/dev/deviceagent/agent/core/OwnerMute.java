package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The owner's mute requests. A request to mute is answered when it is on the disk and the
 * microphone's switch reads shut. After the answer the microphone does not open.
 */
final class OwnerMute {
  /** If the switch does not follow within this time, the answer reports it. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Talk talk;
  private final Gate gate;
  private final Actuators actuators;

  /** Requests not yet on the disk, oldest first. */
  private final Deque<Input.Mute> wishes = new ArrayDeque<>();

  /** Requests on the disk, while the switch does not read shut yet. */
  private final List<Input.Mute> kept = new ArrayList<>();

  private final Alarm patience = new Alarm();

  OwnerMute(Talk talk, Gate gate, Actuators actuators) {
    this.talk = talk;
    this.gate = gate;
    this.actuators = actuators;
  }

  /** Mute takes effect before it is stored; unmute takes effect only after it is stored. */
  void wish(Input.Mute mute, long now) {
    if (mute.on()) {
      talk.mute(true, now);
    }
    wishes.add(mute);
    actuators.keepMute(mute.on());
  }

  /** A button press: inverts the newest request, or the current state. */
  void toggle(long now) {
    boolean isOn = wishes.isEmpty() ? talk.isMuted() : wishes.getLast().on();
    wish(new Input.Mute(!isOn, OwnerMute::tell), now);
  }

  private static void tell(@Nullable String failure) {
    if (failure != null) {
      Logger.error("the owner's mute: {}", failure);
    }
  }

  void kept(boolean on, @Nullable String failure, long now) {
    if (failure == null && wishes.size() <= 1) {
      talk.mute(on, now); // of several requests the last one counts
    }
    var mute = wishes.poll();
    if (mute == null) {
      return;
    }
    if (failure != null || !mute.on()) {
      mute.answer().accept(failure);
    } else {
      kept.add(mute);
      patience.set(now, PATIENCE);
    }
  }

  /** Called after every input. */
  void tick(long now) {
    if (kept.isEmpty()) {
      return;
    }
    if (!talk.isMuted() || gate.isShut()) {
      answer(null);
    } else if (gate.hasFailed()) {
      answer("cannot confirm that the microphone is shut: " + gate.failure());
    } else if (patience.rings(now)) {
      answer(
          "no answer from the microphone's switch for %d s, so it may be open; run 'device-agent doctor'"
              .formatted(PATIENCE.toSeconds()));
    }
  }

  private void answer(@Nullable String failure) {
    kept.forEach(mute -> mute.answer().accept(failure));
    kept.clear();
    patience.clear();
  }

  long deadlineNanos() {
    return patience.atNanos();
  }
}
