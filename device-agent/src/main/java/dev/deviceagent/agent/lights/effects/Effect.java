package dev.deviceagent.agent.lights.effects;

/**
 * A picture that may change with time. A value: equal effects give equal pictures. It keeps no
 * state between calls, so that any frame can be drawn at any time.
 */
public interface Effect {
  /** Transparent: the layer below is visible. */
  int CLEAR = 0;

  /**
   * The colour of one pixel at a time. A pure function that allocates nothing.
   *
   * @param pixel index from 0
   * @param pixels number of pixels
   * @param nanos a clock that continues across pictures, so that a motion keeps its phase
   * @param voice loudness of the AI's voice, 0 to 1
   * @return 0xAARRGGBB; alpha 0 shows the layer below, 255 covers it
   */
  int paint(int pixel, int pixels, long nanos, double voice);

  /** Whether the picture ever changes. A constant one needs only one frame. */
  default boolean isMoving() {
    return true;
  }
}
