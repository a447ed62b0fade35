package dev.deviceagent.hal;

import java.util.function.BooleanSupplier;

/** The hardware switch of the microphone. While it is shut, no sound reaches any program. */
public interface Microphone extends Device {
  boolean isOpen() throws HalException;

  /**
   * Opens the switch if that is still wanted.
   *
   * @param isStillWanted called on the calling thread, immediately before the switch moves. A call
   *     may take long, and a request that was withdrawn in the meantime must not open the switch
   * @return false if opening was no longer wanted and the switch was not moved
   */
  boolean open(BooleanSupplier isStillWanted) throws HalException;

  /** Opens the switch unconditionally. */
  default void open() throws HalException {
    open(() -> true);
  }

  void shut() throws HalException;

  @Override
  default void probe() throws HalException {
    isOpen();
  }
}
