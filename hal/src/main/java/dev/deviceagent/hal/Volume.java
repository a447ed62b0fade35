package dev.deviceagent.hal;

/** How loud the speaker is, 0 to 100, so that 50 sounds half as loud as 100. */
public interface Volume extends Device {
  int percent() throws HalException;

  /**
   * Sets it; what the hardware made of it is told by {@link #percent()}.
   *
   * @throws IllegalArgumentException if it is not 0 to 100
   */
  void set(int percent) throws HalException;

  @Override
  default void probe() throws HalException {
    percent();
  }
}
