package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * A PWM channel that something is lit by. Opened dark when it is first used, and again after a
 * failure. For any thread, one at a time.
 */
public interface PwmOut {
  /** The chip and the channel. */
  String where();

  /**
   * The share of the time in which it is lit, as the kernel has it: 0 to 1.
   *
   * @throws HalException {@code ABSENT} where there is no such chip
   */
  double share() throws HalException;

  /**
   * @param share 0 to 1
   */
  void set(double share) throws HalException;
}
