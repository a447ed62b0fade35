package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** What the board itself runs on, where its firmware tells. */
public interface Power extends Device {
  Supply supply() throws HalException;

  /**
   * What is known about the supply; each is null where it is not told.
   *
   * @param underVoltage whether it is too low right now
   * @param throttled whether the processor is slowed down for it, or for heat, right now
   */
  record Supply(@Nullable Boolean underVoltage, @Nullable Boolean throttled) {}
}
