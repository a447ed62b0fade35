package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/** Arithmetic for effects: phases, and colours as 0xRRGGBB and 0xAARRGGBB. */
public final class Paint {
  private Paint() {}

  /** The phase of a periodic motion, 0 to 1. */
  public static double phase(long nanos, Duration period) {
    long turn = period.toNanos();
    return (double) Math.floorMod(nanos, turn) / turn;
  }

  /** A smooth swing: 0 at the start and end of a period, 1 in its middle. */
  public static double swing(double phase) {
    return (1 - Math.cos(2 * Math.PI * phase)) / 2;
  }

  /** The shorter distance between two places on a ring, 0 to 0.5. */
  public static double apart(double one, double other) {
    double between = Math.abs(one - other) % 1;
    return Math.min(between, 1 - between);
  }

  /** Smooth step: 0 up to 0, 1 from 1 on. */
  public static double ease(double share) {
    double x = Math.clamp(share, 0, 1);
    return x * x * (3 - 2 * x);
  }

  public static int opaque(int rgb) {
    return 0xFF000000 | rgb;
  }

  /** The colour with the opacity {@code share}, 0 to 1. */
  public static int sheer(int rgb, double share) {
    return (int) Math.round(255 * Math.clamp(share, 0, 1)) << 24 | (rgb & 0xFFFFFF);
  }

  /** The colour with its brightness multiplied by {@code share}, 0 to 1. */
  public static int dim(int rgb, double share) {
    return mix(0, rgb, share);
  }

  /** Mixes two colours; {@code share} is 0 for the first, 1 for the second. */
  public static int mix(int from, int to, double share) {
    return part(from, to, share, 16) | part(from, to, share, 8) | part(from, to, share, 0);
  }

  private static int part(int from, int to, double share, int shift) {
    int one = from >> shift & 0xFF;
    int other = to >> shift & 0xFF;
    return (int) Math.round(one + (other - one) * share) << shift;
  }

  /** Blends one layer over the colour below, 0xRRGGBB. */
  public static int over(int argb, int below) {
    int alpha = argb >>> 24;
    return alpha == 0 ? below : alpha == 255 ? argb & 0xFFFFFF : mix(below, argb, alpha / 255.0);
  }
}
