package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.PwmOut;

/**
 * A PWM channel with perceptually even levels: the middle level looks half as bright, which is 18 %
 * of the light. The curve is CIE 1931 lightness (CIE 15, 8.2.1). It is linear near the dark, so
 * that the first levels are distinguishable.
 */
final class PwmChannel implements Channel {
  private static final double STRAIGHT_TO_LIGHTNESS = 8;
  private static final double SLOPE = 903.2962962962963; // 24389 / 27
  private static final double MOST_LIGHTNESS = 100;

  private final PwmOut pwm;

  PwmChannel(PwmOut pwm) {
    this.pwm = pwm;
  }

  @Override
  public String where() {
    return pwm.where();
  }

  @Override
  public boolean isDimmable() {
    return true;
  }

  @Override
  public int level() throws HalException {
    return level(pwm.share());
  }

  @Override
  public void set(int level) throws HalException {
    pwm.set(share(level));
  }

  /** Returns the share of the light, 0 to 1, that looks like a level. */
  static double share(int level) {
    double lightness = level * MOST_LIGHTNESS / FULL;
    return lightness <= STRAIGHT_TO_LIGHTNESS
        ? lightness / SLOPE
        : Math.pow((lightness + 16) / 116, 3);
  }

  static int level(double share) {
    double lightness =
        share <= STRAIGHT_TO_LIGHTNESS / SLOPE ? share * SLOPE : 116 * Math.cbrt(share) - 16;
    return (int) Math.round(lightness * FULL / MOST_LIGHTNESS);
  }
}
