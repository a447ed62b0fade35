package dev.deviceagent.hal;

/** A short sound that announces something. */
public interface Chime extends Device {
  /** Plays the chime. Returns when it has been played, or earlier. */
  void ring() throws HalException;
}
