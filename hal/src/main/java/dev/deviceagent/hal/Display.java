package dev.deviceagent.hal;

/** A screen of two colours. */
public interface Display extends Device {
  /** In pixels; never changes. */
  int width();

  /** In pixels; never changes. */
  int height();

  /**
   * Shows a picture until the next one.
   *
   * @param picture as wide and as high as the screen; read before this returns, not kept
   */
  void show(Picture picture) throws HalException;
}
