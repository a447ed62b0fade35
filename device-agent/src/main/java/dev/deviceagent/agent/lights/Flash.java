package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Paint;
import dev.deviceagent.agent.lights.effects.Style;
import java.util.concurrent.TimeUnit;

/**
 * Counts flashes. A flash is a pair of opposing changes of luminance by a tenth of full white or
 * more; more than three in a second can harm people (WCAG 2.3.1). Each pixel is counted, and the
 * average of all pixels.
 */
public final class Flash {
  /** The highest allowed number of flashes in a second. */
  public static final int MOST = 3;

  static final int FRAMES_A_SECOND = 60;
  private static final double SWING = 0.1;
  private static final int[] BOARDS = {1, 3, 12};
  private static final int SECONDS = 4;

  /** The light to examine: 0xRRGGBB of a pixel in a frame. */
  interface Frames {
    int rgb(int pixel, int pixels, long nanos);
  }

  private Flash() {}

  /**
   * The highest number of flashes in any second of an effect, with one, three and twelve pixels.
   */
  public static int most(Style style) {
    var effect = Effects.of(style);
    if (!effect.isMoving()) {
      return 0;
    }
    int most = 0;
    for (int pixels : BOARDS) {
      Frames film =
          (pixel, count, nanos) ->
              Paint.over(effect.paint(pixel, count, nanos, Voice.calm(nanos)), 0);
      most = Math.max(most, most(film, pixels, SECONDS));
    }
    return most;
  }

  /** The highest number of flashes in any second of a film. */
  static int most(Frames film, int pixels, int seconds) {
    int frames = seconds * FRAMES_A_SECOND;
    var all = new double[frames];
    int most = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      var one = new double[frames];
      for (int frame = 0; frame < frames; frame++) {
        long nanos = TimeUnit.SECONDS.toNanos(frame) / FRAMES_A_SECOND;
        one[frame] = luminance(film.rgb(pixel, pixels, nanos));
        all[frame] += one[frame] / pixels;
      }
      most = Math.max(most, most(one));
    }
    return Math.max(most, most(all));
  }

  /** The highest number of flashes in any second, from the luminance of each frame. */
  static int most(double[] luminance) {
    var turns = new int[luminance.length];
    int count = 0;
    double extreme = luminance[0];
    int direction = 0;
    for (int frame = 1; frame < luminance.length; frame++) {
      double now = luminance[frame];
      if (direction * (now - extreme) > 0) {
        extreme = now; // continues in the same direction
      } else if (Math.abs(now - extreme) >= SWING) {
        direction = now > extreme ? 1 : -1;
        extreme = now;
        turns[count++] = frame;
      } else if (direction == 0) {
        extreme = Math.min(extreme, now);
      }
    }
    int most = 0;
    for (int from = 0; from < count; from++) {
      int to = from;
      while (to < count && turns[to] < turns[from] + FRAMES_A_SECOND) {
        to++;
      }
      most = Math.max(most, to - from);
    }
    return most / 2;
  }

  /** Relative luminance of sRGB, 0 to 1. */
  static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
