package dev.deviceagent.hal;

/** The volume of the speaker, 0 to 100. 50 sounds half as loud as 100. */
public interface Volume extends Device {
  int percent() throws HalException;

  /**
   * Sets the volume. {@link #percent()} returns the volume that the hardware applied.
   *
   * @throws IllegalArgumentException if it is not 0 to 100
   */
  void set(int percent) throws HalException;

  @Override
  default void probe() throws HalException {
    percent();
  }
}
