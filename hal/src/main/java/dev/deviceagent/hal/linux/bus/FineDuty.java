package dev.deviceagent.hal.linux.bus;

/**
 * The duty cycle of our PWM channels. Pi4J's duty cycle has a hundred steps, which is too coarse
 * near the dark.
 */
interface FineDuty {
  /** The share of a period, 0 to 1, that the kernel reports; 0 if the channel is off. */
  double share();

  void share(double share);
}
