package dev.deviceagent.agent.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a button other than the one to talk with may do. */
public enum ButtonAct {
  /** The owner's mute on, or off again. */
  MUTE,
  VOLUME_UP,
  VOLUME_DOWN,
  /** The AI is silenced. */
  HUSH,
  /** The AI is silenced, and the player stops. */
  STOP,
  /** The player pauses, or goes on. */
  PAUSE,
  NEXT,
  PREVIOUS,
  NONE;

  /** As a configuration writes it. */
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
