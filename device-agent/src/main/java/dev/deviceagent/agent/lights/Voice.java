package dev.deviceagent.agent.lights;

import java.util.concurrent.TimeUnit;

/**
 * How loud the AI's voice is: as the bridge says, or else a calm one of our own. A voice that
 * shimmers faster than light should is made slower: a new loudness is taken up at most six times a
 * second, and glided to, so that it turns round at most three times. For one thread.
 */
final class Voice {
  private static final long GLIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(170);

  /** A bridge that has said nothing for so long does not tell levels. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private double heard;
  private long heardAt;
  private boolean hasHeard;
  private double from;
  private double to;
  private long began;
  private boolean hasBegun;

  /**
   * The bridge says so.
   *
   * @param level 0 to 1
   */
  void hear(double level, long nanos) {
    heard = level;
    heardAt = nanos;
    hasHeard = true;
  }

  /** How loud it is at one time, 0 to 1; times never go back. */
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

  /** Two slow waves that do not fall in with each other: like speech heard from the next room. */
  static double calm(long nanos) {
    double seconds = nanos / 1e9 % 3600;
    double wave =
        Math.sin(2 * Math.PI * seconds * 0.9) + 0.6 * Math.sin(2 * Math.PI * seconds * 1.43);
    return Math.clamp(0.5 + wave * 0.25, 0, 1);
  }
}
