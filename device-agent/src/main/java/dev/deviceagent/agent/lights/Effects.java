package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * The effects. Nothing here is brighter and darker again in less than a third of a second: faster
 * flashing can harm (WCAG 2.3.1, three flashes).
 */
final class Effects {
  /** The shortest period of anything that goes bright and dark. */
  static final Duration FASTEST = Duration.ofMillis(400);

  private Effects() {}

  /** One colour on all pixels, always. */
  static Effect still(int rgb) {
    return some(rgb, _ -> true);
  }

  /** One colour on some pixels, always. */
  static Effect some(int rgb, IntPredicate which) {
    return new Effect() {
      @Override
      public int paint(int pixel, int pixels, long nanos) {
        return which.test(pixel) ? opaque(rgb) : CLEAR;
      }

      @Override
      public boolean isMoving() {
        return false;
      }
    };
  }

  /** All pixels together, softly darker and brighter. */
  static Effect breath(int rgb, Duration period, double darkest) {
    return (_, _, nanos) -> {
      double swing = (1 - Math.cos(2 * Math.PI * phase(nanos, period))) / 2;
      return opaque(dim(rgb, darkest + (1 - darkest) * swing));
    };
  }

  /** A bright head with a tail goes round; on a single pixel, a breath. */
  static Effect comet(int rgb, Duration period) {
    var alone = breath(rgb, period, 0.1);
    return (pixel, pixels, nanos) -> {
      if (pixels == 1) {
        return alone.paint(pixel, pixels, nanos);
      }
      double behind = phase(nanos, period) - (double) pixel / pixels;
      behind -= Math.floor(behind);
      double tail = Math.max(0, 1 - behind * 2);
      return opaque(dim(rgb, tail * tail));
    };
  }

  /** A wave runs round, so that neighbours differ softly. */
  static Effect wave(int rgb, Duration period) {
    return (pixel, pixels, nanos) -> {
      double place = phase(nanos, period) + (double) pixel / pixels;
      double height = (1 + Math.sin(2 * Math.PI * place)) / 2;
      return opaque(dim(rgb, 0.15 + 0.85 * height));
    };
  }

  private static double phase(long nanos, Duration period) {
    return (double) Math.floorMod(nanos, period.toNanos()) / period.toNanos();
  }

  static int opaque(int rgb) {
    return 0xFF000000 | rgb;
  }

  /** The colour at a share of its brightness, 0 to 1. */
  static int dim(int rgb, double share) {
    int red = (int) Math.round((rgb >> 16 & 0xFF) * share);
    int green = (int) Math.round((rgb >> 8 & 0xFF) * share);
    int blue = (int) Math.round((rgb & 0xFF) * share);
    return red << 16 | green << 8 | blue;
  }
}
