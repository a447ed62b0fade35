package dev.deviceagent.agent.tools;

/** The devices that tools wait for; each has a thread of its own. */
public enum Lane {
  VOLUME("volume"),
  PLAYBACK("playback"),
  LIGHTS("lights"),
  BATTERY("battery"),
  NETWORK("network");

  private final String word;

  Lane(String word) {
    this.word = word;
  }

  /** As QueryDevice's type, in a status and in the names of sentences. */
  public String word() {
    return word;
  }
}
