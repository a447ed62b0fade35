package dev.deviceagent.hal;

/**
 * Plays and records samples on a sound card: for the chime, and to test loudspeaker and microphone
 * together. All samples are mono, 16 bits, {@link #RATE} per second.
 */
public interface Audio extends Device {
  /** Samples per second. Every card and sound server accepts or converts this rate. */
  int RATE = 48_000;

  /** Plays the samples. Blocks until they have been played. */
  void play(short[] samples) throws HalException;

  /**
   * Plays the samples, and records as many from the microphone at the same time. Blocks until both
   * are done. The recording contains the played sound, at an unspecified position.
   */
  short[] hear(short[] samples) throws HalException;
}
