package dev.deviceagent.hal;

/** A short sound that says "something for you". */
public interface Chime extends Device {
  /** Plays it; returns when it has been played, or sooner. */
  void ring() throws HalException;
}
