package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** The power supply of the board, as its firmware reports it. */
public interface Power extends Device {
  Supply supply() throws HalException;

  /**
   * The state of the supply. Each field is null if it is not reported.
   *
   * @param underVoltage whether the voltage is too low now
   * @param throttled whether the processor is slowed down now, because of the supply or of heat
   */
  record Supply(@Nullable Boolean underVoltage, @Nullable Boolean throttled) {}
}
