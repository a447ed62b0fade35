package dev.deviceagent.agent.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The actions of a button other than the talk button. */
public enum ButtonAct {
  /** Toggles the owner's mute. */
  MUTE,
  VOLUME_UP,
  VOLUME_DOWN,
  /** Silences the AI. */
  HUSH,
  /** Silences the AI, and stops the player. */
  STOP,
  /** Pauses or resumes the player. */
  PAUSE,
  NEXT,
  PREVIOUS,
  NONE;

  /** The word in a configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ButtonAct::word).toList();
  }

  static Optional<ButtonAct> of(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }
}
