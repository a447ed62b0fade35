package dev.deviceagent.agent.core;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The owner's wishes to be muted or not, until each is kept on disk. */
final class OwnerMute {
  private final Talk talk;
  private final Hands hands;
  private final Deque<Input.Mute> wishes = new ArrayDeque<>();

  OwnerMute(Talk talk, Hands hands) {
    this.talk = talk;
    this.hands = hands;
  }

  /** Muting acts before it is kept, unmuting only when it is. */
  void wish(Input.Mute mute, long now) {
    if (mute.on()) {
      talk.mute(true, now);
    }
    wishes.add(mute);
    hands.keepMute(mute.on());
  }

  /** By a button: the other way round than it is, or is going to be. */
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
      talk.mute(on, now); // of several wishes the last one counts
    }
    var mute = wishes.poll();
    if (mute != null) {
      mute.answer().accept(failure);
    }
  }
}
