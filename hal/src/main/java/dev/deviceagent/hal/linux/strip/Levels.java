package dev.deviceagent.hal.linux.strip;

/**
 * Converts the colours of a frame to the PWM levels of the pixels: gamma, the brightness ceiling
 * and the current limit. Immutable, so any thread.
 *
 * <p>The 0 to 255 of a colour are perceptual steps; those of a PWM are steps of light. Without
 * gamma, half of a fade happens in its darkest tenth. Adafruit's tables for such pixels use 2.6
 * ("LED Tricks: Gamma Correction").
 */
final class Levels {
  private static final double GAMMA = 2.6;

  /** Light is counted in 1/256 of a level, so that it is rounded only once. */
  private static final int FINE = 256;

  private static final int FULL = 255 * FINE;

  private final int[] light = new int[256];
  private final long budget;

  /**
   * @param limitMilliamps for all pixels together; 0 for no limit. It excludes the idle current of
   *     a dark pixel, 0.6 to 1 mA
   * @param fullMilliamps the current of one pixel at full white
   */
  Levels(int brightnessPercent, int limitMilliamps, int fullMilliamps) {
    for (int value = 0; value < light.length; value++) {
      double seen = Math.pow(value / 255.0, GAMMA);
      light[value] = (int) Math.round(FULL * seen * brightnessPercent / 100);
    }
    budget = limitMilliamps == 0 ? Long.MAX_VALUE : 3L * FULL * limitMilliamps / fullMilliamps;
  }

  /**
   * Converts colours to levels, in place. If the total current would exceed the limit, all pixels
   * are darkened by the same factor, so that the frame keeps its colours.
   *
   * @param rgb one 0xRRGGBB for each pixel
   */
  void apply(int[] rgb) {
    long wanted = 0;
    for (int colour : rgb) {
      wanted += light(colour, 16) + light(colour, 8) + light(colour, 0);
    }
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          level(light(rgb[i], 16), wanted) << 16
              | level(light(rgb[i], 8), wanted) << 8
              | level(light(rgb[i], 0), wanted);
    }
  }

  private long light(int rgb, int shift) {
    return light[rgb >> shift & 0xFF];
  }

  private int level(long light, long wanted) {
    long given = wanted > budget ? light * budget / wanted : light;
    return (int) ((given + FINE / 2) / FINE);
  }
}
