package dev.deviceagent.agent.lights;

/**
 * A picture that may move. To add one: a method in {@link Effects}, and where it is used, a line in
 * {@link Scene} or {@link Emotions}.
 */
interface Effect {
  /** Nothing: what is below shines through. */
  int CLEAR = 0;

  /**
   * One pixel at one time. The same arguments give the same colour, always.
   *
   * @param pixel from 0
   * @param pixels how many there are
   * @param nanos since the picture was first shown
   * @return 0xAARRGGBB; alpha 0 lets the layer below through, 255 covers it
   */
  int paint(int pixel, int pixels, long nanos);

  /** Whether it ever changes; one that does not costs one frame. */
  default boolean isMoving() {
    return true;
  }
}
