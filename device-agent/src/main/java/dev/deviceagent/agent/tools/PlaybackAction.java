package dev.deviceagent.agent.tools;

import java.util.Locale;

/** What the player can be told. */
public enum PlaybackAction {
  PLAY,
  PAUSE,
  RESUME,
  STOP,
  NEXT,
  PREVIOUS;

  /** As an argument of ControlPlayback. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The action of a word.
   *
   * @throws IllegalArgumentException if no action has this word
   */
  static PlaybackAction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
