package dev.deviceagent.agent.lights;

import java.util.concurrent.TimeUnit;

/**
 * The loudness of the AI's voice: from the bridge, or else a calm synthetic one. A voice that
 * changes fast must not make the light flash. A new loudness is therefore accepted at most six
 * times a second, with a linear transition, so that its direction reverses at most three times. For
 * one thread.
 */
final class Voice {
  private static final long GLIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(170);

  /** After this time without a level, the bridge counts as one that sends no levels. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private double heard;
  private long heardAt;
  private boolean hasHeard;
  private double from;
  private double to;
  private long began;
  private boolean hasBegun;

  /**
   * Sets the loudness that the bridge reports.
   *
   * @param level 0 to 1
   */
  void hear(double level, long nanos) {
    heard = level;
    heardAt = nanos;
    hasHeard = true;
  }

  /** The loudness at a time, 0 to 1. Times must not decrease. */
  double at(long nanos) {
    if (!hasHeard || nanos - heardAt > SILENT_NANOS) {
      hasBegun = false;
      return calm(nanos);
    }
    if (!hasBegun) {
      hasBegun = true;
      from = calm(nanos);
      to = heard;
      began = nanos;
    }
    double share = (double) (nanos - began) / GLIDE_NANOS;
    if (share >= 1) {
      from = to;
      to = heard;
      began = nanos;
      share = 0;
    }
    return from + (to - from) * share;
  }

  /**
   * The sum of two slow waves that are not in step. It looks like speech heard from the next room.
   */
  static double calm(long nanos) {
    double seconds = nanos / 1e9 % 3600;
    double wave =
        Math.sin(2 * Math.PI * seconds * 0.9) + 0.6 * Math.sin(2 * Math.PI * seconds * 1.43);
    return Math.clamp(0.5 + wave * 0.25, 0, 1);
  }
}
