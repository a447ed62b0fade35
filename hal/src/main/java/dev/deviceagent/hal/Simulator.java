package dev.deviceagent.hal;

import java.util.SequencedMap;

/**
 * The controls of a simulated board: what a finger, a cable or a broken part does to a real one.
 * Any thread.
 */
public interface Simulator {
  /**
   * Presses or releases a button.
   *
   * @throws HalException {@code ABSENT} if the board has no such button
   */
  void press(String button, boolean pressed) throws HalException;

  /**
   * Injects a fault into a device: slow, failing or absent. {@link Fault#NONE} clears it.
   *
   * @throws HalException {@code ABSENT} if the board has no such device
   */
  void inject(String device, Fault fault) throws HalException;

  /** The current fault of each device, by device name. */
  SequencedMap<String, Fault> faults();
}
