package dev.deviceagent.hal;

/**
 * The samples of a sound card, for a chime and for hearing oneself. All are mono, 16 bits, {@link
 * #RATE} a second.
 */
public interface Audio extends Device {
  /** Samples a second, which every card and sound server takes or converts to. */
  int RATE = 48_000;

  /** Plays them; returns when they have been played. */
  void play(short[] samples) throws HalException;

  /**
   * Plays them, and gives as many that the microphone has heard meanwhile. What was played is
   * somewhere in them, not at a certain place.
   */
  short[] hear(short[] samples) throws HalException;
}
