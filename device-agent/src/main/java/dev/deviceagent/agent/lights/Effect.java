package dev.deviceagent.agent.lights;

/**
 * A picture that may move. Its value is what it is: two that are equal are the same pictures. It
 * keeps nothing between calls, so that any frame can be drawn at any time.
 */
public interface Effect {
  /** Nothing: what is below shines through. */
  int CLEAR = 0;

  /**
   * One pixel at one time. The same arguments give the same colour, always; nothing is allocated.
   *
   * @param pixel from 0
   * @param pixels how many there are
   * @param nanos on a clock that goes on over all pictures, so that a motion keeps its phase
   * @param voice how loud the AI's voice is, 0 to 1
   * @return 0xAARRGGBB; alpha 0 lets the layer below through, 255 covers it
   */
  int paint(int pixel, int pixels, long nanos, double voice);

  /** Whether it ever changes; one that does not costs one frame. */
  default boolean isMoving() {
    return true;
  }
}
