package dev.deviceagent.agent.tools;

/** The devices that tools wait for, and the alarms. Each has one thread, which alone calls it. */
public enum Lane {
  VOLUME("volume", true),
  PLAYBACK("playback", true),
  LIGHTS("lights", true),
  BATTERY("battery", true),
  NETWORK("network", true),
  CHIME("chime", false),
  ALARMS("alarms", false);

  private final String word;
  private final boolean isObserved;

  Lane(String word, boolean isObserved) {
    this.word = word;
    this.isObserved = isObserved;
  }

  /** As QueryDevice's type, in a status and in the names of sentences. */
  public String word() {
    return word;
  }

  /**
   * Whether the device has a state to read. If so, it is read again and again, and the lane is a
   * type of QueryDevice; if not, its reading is {@link Reading.None}.
   */
  public boolean isObserved() {
    return isObserved;
  }
}
