package dev.deviceagent.hal.linux.strip;

/**
 * What a picture's colours are as levels of a pixel's PWM: gamma, a ceiling, and what the supply
 * can bear. Immutable, so for any thread.
 *
 * <p>A colour's 0 to 255 are steps for the eye; a PWM's are steps of light. Without a gamma, half
 * of a fade happens in its darkest tenth. 2.6 is what Adafruit's tables for such pixels are made
 * with ("LED Tricks: Gamma Correction").
 */
final class Levels {
  private static final double GAMMA = 2.6;

  /** Light is counted in 1/256 of a level, so that it is rounded only once. */
  private static final int FINE = 256;

  private static final int FULL = 255 * FINE;

  private final int[] light = new int[256];
  private final long budget;

  /**
   * @param limitMilliamps for all pixels together; 0 for no limit. What a dark pixel draws for
   *     itself, 0.6 to 1 mA, is not in it
   * @param fullMilliamps of one pixel that is white and at full
   */
  Levels(int brightnessPercent, int limitMilliamps, int fullMilliamps) {
    for (int value = 0; value < light.length; value++) {
      double seen = Math.pow(value / 255.0, GAMMA);
      light[value] = (int) Math.round(FULL * seen * brightnessPercent / 100);
    }
    budget = limitMilliamps == 0 ? Long.MAX_VALUE : 3L * FULL * limitMilliamps / fullMilliamps;
  }

  /**
   * Makes levels of colours, in place. Where all of them would draw too much, all become darker by
   * the same factor, so that the picture keeps its colours.
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
