package dev.deviceagent.hal.linux.alsa;

/**
 * Converts percent of perceived loudness to the steps of a volume control, and back. Immutable.
 *
 * <p>The formula is that of alsamixer and of {@code amixer -M} (alsa-utils, {@code
 * volume_mapping.c}). If the control reports decibels, the percentage is the cube root of the
 * amplitude, stretched so that the lowest step is 0; a control of 24 dB or less is linear in
 * decibels. Without decibels, the percentage is linear in steps, since another program has then
 * already applied a curve: PulseAudio's volume is cubic itself.
 */
final class VolumeScale {
  /** The gain of a step. */
  interface Decibels {
    /** In hundredths of a decibel; never decreases from one step to the next. */
    long of(long step) throws AlsaError;
  }

  /** alsa/control.h, SND_CTL_TLV_DB_GAIN_MUTE: the lowest step is silent. */
  private static final long MUTE = -9_999_999;

  /** MAX_LINEAR_DB_SCALE of volume_mapping.c, in hundredths. */
  private static final long LINEAR_SPAN = 2400;

  /** Hundredths of a decibel per power of ten, for a cube root: 20 × 3 × 100. */
  private static final double CUBE = 6000;

  private final long lowest;
  private final long highest;
  private final Position position;

  /** The position of a step between the lowest, 0.0, and the highest, 1.0. */
  private interface Position {
    double of(long step) throws AlsaError;
  }

  private VolumeScale(long lowest, long highest, Position position) {
    this.lowest = lowest;
    this.highest = highest;
    this.position = position;
  }

  /** A control that reports no decibels. */
  static VolumeScale linear(long lowest, long highest) {
    double span = highest - lowest;
    return new VolumeScale(
        lowest, highest, step -> span > 0 ? Math.clamp((step - lowest) / span, 0, 1) : 0);
  }

  /**
   * A control that reports decibels.
   *
   * @param quietest the gain of the lowest step, in hundredths of a decibel
   * @param loudest the gain of the highest step
   */
  static VolumeScale decibels(
      long lowest, long highest, long quietest, long loudest, Decibels decibels) {
    double span = loudest - quietest;
    if (span <= 0) {
      return linear(lowest, highest); // the driver reports an invalid range
    }
    if (span <= LINEAR_SPAN) {
      return new VolumeScale(
          lowest, highest, step -> Math.clamp((decibels.of(step) - quietest) / span, 0, 1));
    }
    double floor = quietest <= MUTE ? 0 : Math.pow(10, -span / CUBE);
    return new VolumeScale(
        lowest,
        highest,
        step -> {
          double root = Math.pow(10, (decibels.of(step) - loudest) / CUBE);
          return Math.clamp((root - floor) / (1 - floor), 0, 1);
        });
  }

  /** Returns the loudness of a step, 0 to 100. */
  int percent(long step) throws AlsaError {
    return (int) Math.round(100 * position.of(step));
  }

  /**
   * Returns the step with the nearest loudness.
   *
   * @param percent 0 to 100, which are the lowest and the highest step
   */
  long step(int percent) throws AlsaError {
    if (percent <= 0 || lowest >= highest) {
      return lowest;
    }
    if (percent >= 100) {
      return highest;
    }
    double wanted = percent / 100.0;
    long below = lowest;
    long above = highest;
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      if (position.of(middle) < wanted) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return wanted - position.of(below) <= position.of(above) - wanted ? below : above;
  }
}
