package dev.deviceagent.hal;

/** A row or ring of pixels, each with a colour of its own. */
public interface Strip extends Device {
  /** How many; never changes. A single RGB LED has one. */
  int pixels();

  /**
   * Shows a picture until the next one.
   *
   * @param rgb one 0xRRGGBB for each pixel; read before this returns, not kept
   * @throws IllegalArgumentException if they are more or fewer than {@link #pixels}
   */
  void show(int[] rgb) throws HalException;
}
