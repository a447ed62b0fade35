package dev.deviceagent.hal;

import java.time.Duration;

/**
 * A tone to play, and to find again in what was heard. Pure functions; samples as of {@link Audio}.
 */
public final class Tone {
  /** It swells and fades, since a sound that begins or ends at once clicks. */
  private static final int FADE = Audio.RATE / 200;

  /**
   * Each tenth of a second is looked at by itself: so neither a gap, nor two clocks that differ a
   * little, nor an echo hides the tone.
   */
  private static final int BLOCK = Audio.RATE / 10;

  private Tone() {}

  /**
   * A tone of one frequency.
   *
   * @param hertz 1 to half of {@link Audio#RATE}
   * @param level 0, silence, to 1, the loudest there is
   */
  public static short[] sine(int hertz, Duration length, double level) {
    if (hertz < 1 || hertz > Audio.RATE / 2 || !(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("no tone of " + hertz + " Hz at " + level);
    }
    var samples = new short[Math.toIntExact(length.toNanos() * Audio.RATE / 1_000_000_000L)];
    for (int i = 0; i < samples.length; i++) {
      double edge = Math.min(1, Math.min(i, samples.length - 1 - i) / (double) FADE);
      double wave = Math.sin(2 * Math.PI * hertz * i / Audio.RATE);
      samples[i] = (short) Math.round(Short.MAX_VALUE * level * edge * wave);
    }
    return samples;
  }

  /**
   * Which part of a sound's energy is at one frequency, give or take 10 Hz, by Goertzel's
   * algorithm: 1 for that tone alone, nearly 0 for another, for noise and for silence. A constant
   * offset, as cheap microphones have it, does not count.
   *
   * @param hertz 1 to half of {@link Audio#RATE}
   * @return 0 to 1
   */
  public static double share(short[] samples, int hertz) {
    double at = 0;
    double all = 0;
    for (int from = 0; from < samples.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, samples.length);
      double mean = mean(samples, from, to);
      for (int i = from; i < to; i++) {
        all += (samples[i] - mean) * (samples[i] - mean);
      }
      at += energy(samples, from, to, mean, hertz);
    }
    return all == 0 ? 0 : Math.clamp(at / all, 0, 1);
  }

  private static double mean(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
    }
    return sum / (to - from);
  }

  /** That of a sine of this frequency in the block. */
  private static double energy(short[] samples, int from, int to, double mean, int hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / Audio.RATE);
    double before = 0;
    double last = 0;
    for (int i = from; i < to; i++) {
      double next = samples[i] - mean + turn * last - before;
      before = last;
      last = next;
    }
    double power = last * last + before * before - turn * last * before;
    return 2 * power / (to - from);
  }
}
