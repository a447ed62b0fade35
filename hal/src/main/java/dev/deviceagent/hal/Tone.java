package dev.deviceagent.hal;

import java.time.Duration;

/**
 * Generates a tone to play, and detects it in a recording. Pure functions. The format of the
 * samples is that of {@link Audio}.
 */
public final class Tone {
  /** Samples of fade-in and fade-out (5 ms). A sound that starts or ends abruptly clicks. */
  private static final int FADE = Audio.RATE / 200;

  /**
   * Samples per block (0.1 s). Each block is analysed separately. Therefore neither a gap, nor a
   * small difference between two clocks, nor an echo hides the tone.
   */
  private static final int BLOCK = Audio.RATE / 10;

  private Tone() {}

  /**
   * Generates a tone of one frequency.
   *
   * @param hertz 1 to half of {@link Audio#RATE}
   * @param level 0 (silence) to 1 (full scale)
   */
  public static short[] sine(int hertz, Duration length, double level) {
    if (hertz < 1 || hertz > Audio.RATE / 2 || !(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("cannot make a tone of " + hertz + " Hz at " + level);
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
   * Returns the share of a sound's energy at one frequency, within about 10 Hz, by Goertzel's
   * algorithm. It is 1 for that tone alone, and nearly 0 for another tone, for noise and for
   * silence. A constant offset, which cheap microphones add, is ignored.
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

  /** The energy of a sine of this frequency in the block. */
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
