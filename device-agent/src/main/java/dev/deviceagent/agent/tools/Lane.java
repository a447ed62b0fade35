package dev.deviceagent.agent.tools;

/**
 * A device that tools wait for, or the alarms. Each lane has one thread, and only it calls the
 * device. A device without a lane gets its line here; if it has a state to read, also one in {@link
 * LaneReader}.
 */
public enum Lane {
  VOLUME("volume"),
  PLAYBACK("playback"),
  LIGHTS("lights"),
  BATTERY("battery"),
  NETWORK("network"),
  CHIME("chime"),
  ALARMS("alarms");

  private final String word;

  Lane(String word) {
    this.word = word;
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
    return LaneReader.isObserved(this);
  }
}
