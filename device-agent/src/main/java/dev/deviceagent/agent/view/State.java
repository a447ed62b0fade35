package dev.deviceagent.agent.view;

import java.util.Locale;

/** What the speaker is doing, in one word. */
public enum State {
  STARTING,
  OFFLINE,
  IDLE,
  LISTENING,
  THINKING,
  SPEAKING,
  ERROR;

  /** The word in a status. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
