package dev.deviceagent.agent.tools;

/**
 * A device that tools wait for, or the alarms. Each lane has one thread, and only it calls the
 * device.
 */
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

  /** The type in QueryDevice and in a status, and part of the keys of sentences. */
  public String word() {
    return word;
  }

  /**
   * Whether the device has a state to read. If so, it is read periodically, and the lane is a type
   * of QueryDevice. If not, its reading is {@link Reading.None}.
   */
  public boolean isObserved() {
    return isObserved;
  }
}
