package dev.deviceagent.agent.tools;

import java.util.Locale;

/** The player's commands. */
public enum PlaybackAction {
  PLAY,
  PAUSE,
  RESUME,
  STOP,
  NEXT,
  PREVIOUS;

  /** The argument value in ControlPlayback. */
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
