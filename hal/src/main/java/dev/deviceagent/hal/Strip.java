package dev.deviceagent.hal;

/** A row or ring of pixels whose colours are set individually. */
public interface Strip extends Device {
  /** The number of pixels; never changes. A single RGB LED has one. */
  int pixels();

  /**
   * Shows a frame until the next one.
   *
   * @param rgb one 0xRRGGBB for each pixel; read before this returns, not retained
   * @throws IllegalArgumentException if the number of colours is not {@link #pixels}
   */
  void show(int[] rgb) throws HalException;
}
