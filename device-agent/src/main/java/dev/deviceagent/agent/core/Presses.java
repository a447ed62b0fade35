package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.ButtonAct;
import dev.deviceagent.agent.tools.PlaybackAction;
import dev.deviceagent.agent.tools.Tools;

/** Carries out the action of a button press. */
final class Presses implements Buttons.Acts {
  /** The change of one press of a volume button, in percent. */
  private static final int VOLUME_STEP = 5;

  private final Talk talk;
  private final OwnerMute mute;
  private final Tools tools;
  private final Calls calls;
  private final ObservedState observed;

  Presses(Talk talk, OwnerMute mute, Tools tools, Calls calls, ObservedState observed) {
    this.talk = talk;
    this.mute = mute;
    this.tools = tools;
    this.calls = calls;
    this.observed = observed;
  }

  @Override
  public void talk(Debounce.Change change, long now) {
    if (change.pressed()) {
      talk.press(change.atNanos(), now);
    } else {
      talk.release(change.atNanos(), now);
    }
  }

  @Override
  public void act(ButtonAct act, long now) {
    switch (act) {
      case MUTE -> mute.toggle(now);
      case VOLUME_UP -> change(VOLUME_STEP, now);
      case VOLUME_DOWN -> change(-VOLUME_STEP, now);
      case HUSH -> talk.hush(now);
      case STOP -> {
        talk.hush(now);
        play(PlaybackAction.STOP, now);
      }
      case PAUSE -> play(observed.isPlaying() ? PlaybackAction.PAUSE : PlaybackAction.RESUME, now);
      case NEXT -> play(PlaybackAction.NEXT, now);
      case PREVIOUS -> play(PlaybackAction.PREVIOUS, now);
      case NONE -> {}
    }
  }

  private void change(int percent, long now) {
    calls.press(Tools.SET_VOLUME, () -> tools.changeVolume(percent), now);
  }

  private void play(PlaybackAction action, long now) {
    calls.press(Tools.CONTROL_PLAYBACK, () -> tools.controlPlayback(action), now);
  }
}
