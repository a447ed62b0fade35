package dev.deviceagent.hal;

/** A screen with two colours. */
public interface Display extends Device {
  /** In pixels; never changes. */
  int width();

  /** In pixels; never changes. */
  int height();

  /**
   * Shows a picture until the next one.
   *
   * @param picture as wide and as high as the screen; read before this returns, not retained
   */
  void show(Picture picture) throws HalException;
}
