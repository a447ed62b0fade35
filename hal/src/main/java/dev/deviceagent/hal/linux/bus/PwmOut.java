package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * A PWM channel that drives a light. It is opened dark at its first use, and again after a failure.
 * Any thread, one call at a time.
 */
public interface PwmOut {
  /** The chip and the channel. */
  String where();

  /**
   * Returns the share of the time in which the light is on, as the kernel reports it: 0 to 1.
   *
   * @throws HalException {@code ABSENT} if there is no such chip
   */
  double share() throws HalException;

  /**
   * @param share 0 to 1
   */
  void set(double share) throws HalException;
}
