package dev.deviceagent.hal;

/** The hardware's own switch of the microphone: shut, no sound reaches any program. */
public interface Microphone extends Device {
  boolean isOpen() throws HalException;

  void open() throws HalException;

  void shut() throws HalException;

  @Override
  default void probe() throws HalException {
    isOpen();
  }
}
