package dev.deviceagent.agent.face;

import java.util.concurrent.TimeUnit;

/**
 * When a face blinks, and how a speaking mouth moves. Deterministic: the same time gives the same
 * result. Times are nanoseconds since the face was first shown.
 */
final class Rhythm {
  /** A human blink takes 100 to 400 ms. */
  static final long BLINK_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  /** Each such period has one blink in its last part, so blinks are 3 to 6 s apart. */
  private static final long BLINKS_NANOS = TimeUnit.MILLISECONDS.toNanos(4500);

  private static final long EARLIEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2800);
  private static final long SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  /** The highest update rate of a small screen: a frame takes 25 ms at 400 kHz. */
  static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 12;

  /**
   * Opening of the mouth in a syllable, one value a frame: four syllables a second, as in calm
   * speech.
   */
  private static final double[] SYLLABLE = {0.4, 1, 0.6};

  /** One syllable in this number, on average, is a pause. */
  private static final int PAUSE = 6;

  private Rhythm() {}

  static boolean isBlinking(long nanos) {
    long start = start(nanos / BLINKS_NANOS);
    return nanos >= start && nanos < start + BLINK_NANOS;
  }

  /** The time when the eyes next open or close. */
  static long nextBlinkNanos(long nanos) {
    long blink = nanos / BLINKS_NANOS;
    long start = start(blink);
    if (nanos < start) {
      return start;
    }
    return nanos < start + BLINK_NANOS ? start + BLINK_NANOS : start(blink + 1);
  }

  private static long start(long blink) {
    return blink * BLINKS_NANOS + EARLIEST_NANOS + Long.remainderUnsigned(mix(blink), SPREAD_NANOS);
  }

  /** Opening of a speaking mouth, 0 to 1, if the loudness is unknown. */
  static double opening(long nanos) {
    long frame = nanos / FRAME_NANOS;
    long chance = mix(frame / SYLLABLE.length);
    if (Long.remainderUnsigned(chance, PAUSE) == 0) {
      return 0;
    }
    double stress = 0.5 + 0.5 * (chance >>> 40) / (1 << 24);
    return stress * SYLLABLE[(int) (frame % SYLLABLE.length)];
  }

  static long nextFrameNanos(long nanos) {
    return (nanos / FRAME_NANOS + 1) * FRAME_NANOS;
  }

  /** Maps consecutive numbers to pseudo-random ones (the last step of SplitMix64). */
  private static long mix(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
