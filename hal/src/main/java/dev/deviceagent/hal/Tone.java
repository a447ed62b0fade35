package dev.deviceagent.hal;

import java.time.Duration;

/** Sounds of one frequency, made and recognised. Samples as {@link Audio} has them. */
public final class Tone {
  private Tone() {}

  /**
   * A sine.
   *
   * @param level 0 to 1
   */
  public static short[] sine(int hertz, Duration length, double level) {
    var samples = new short[(int) (length.toNanos() * Audio.RATE / 1_000_000_000L)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short) (Short.MAX_VALUE * level * Math.sin(2 * Math.PI * hertz * i / Audio.RATE));
    }
    return samples;
  }

  /** Which part of a sound, 0 to 1, is at a frequency (Goertzel's algorithm); 0 of silence. */
  public static double share(short[] samples, int hertz) {
    double factor = 2 * Math.cos(2 * Math.PI * hertz / Audio.RATE);
    double before = 0;
    double last = 0;
    double all = 0;
    for (short sample : samples) {
      double now = sample + factor * last - before;
      before = last;
      last = now;
      all += (double) sample * sample;
    }
    double power = last * last + before * before - factor * last * before;
    return all == 0 ? 0 : Math.min(1, 2 * power / (all * samples.length));
  }
}
