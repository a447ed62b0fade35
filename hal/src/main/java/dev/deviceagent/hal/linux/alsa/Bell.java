package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.Audio;

/** The sound of a chime: two notes of a small bell, the second a fourth above the first. */
final class Bell {
  /** G5 and C6, in the middle of the range that a small loudspeaker plays well. */
  private static final double FIRST_HERTZ = 783.99;

  private static final double SECOND_HERTZ = 1046.5;
  private static final double SECOND_SECONDS = 0.17;
  private static final double LENGTH_SECONDS = 1.1;

  /** A bell starts softly, then fades. Its overtones fade faster. */
  private static final double ATTACK_SECONDS = 0.004;

  private static final double DECAY_SECONDS = 0.22;
  private static final double[] OVERTONES = {1, 0.35, 0.12};

  /** The level of both notes together: a quarter of full scale. The volume determines the rest. */
  private static final double LEVEL = 0.25;

  private Bell() {}

  static short[] samples() {
    var samples = new short[(int) (LENGTH_SECONDS * Audio.RATE)];
    for (int i = 0; i < samples.length; i++) {
      double seconds = (double) i / Audio.RATE;
      double sound =
          note(seconds, FIRST_HERTZ) * 0.8 + note(seconds - SECOND_SECONDS, SECOND_HERTZ);
      double end = Math.min(1, (LENGTH_SECONDS - seconds) / 0.1); // the sound ends in silence
      samples[i] = (short) Math.round(Short.MAX_VALUE * LEVEL * sound * end);
    }
    return samples;
  }

  private static double note(double seconds, double hertz) {
    if (seconds <= 0) {
      return 0;
    }
    double struck = Math.min(1, seconds / ATTACK_SECONDS);
    double sound = 0;
    for (int i = 0; i < OVERTONES.length; i++) {
      int times = i + 1;
      sound +=
          OVERTONES[i]
              * Math.exp(-seconds * times / DECAY_SECONDS)
              * Math.sin(2 * Math.PI * hertz * times * seconds);
    }
    return struck * sound;
  }
}
