package dev.deviceagent.hal.linux.bus;

/**
 * What our PWM channels can beside Pi4J's, whose duty has a hundred steps: too few for the dark.
 */
interface FineDuty {
  /** The share of a period, 0 to 1, as the kernel has it; 0 where the channel is off. */
  double share();

  void share(double share);
}
