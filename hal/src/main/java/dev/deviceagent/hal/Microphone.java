package dev.deviceagent.hal;

import java.util.function.BooleanSupplier;

/** The hardware's own switch of the microphone: shut, no sound reaches any program. */
public interface Microphone extends Device {
  boolean isOpen() throws HalException;

  /**
   * Opens the switch, unless nobody wants that any more.
   *
   * @param isStillWanted asked immediately before the switch moves, on the calling thread: a call
   *     may take long, and an order that was withdrawn meanwhile must not open it
   * @return false where it was no longer wanted, and the switch was not moved
   */
  boolean open(BooleanSupplier isStillWanted) throws HalException;

  /** Opens the switch in any case. */
  default void open() throws HalException {
    open(() -> true);
  }

  void shut() throws HalException;

  @Override
  default void probe() throws HalException {
    isOpen();
  }
}
