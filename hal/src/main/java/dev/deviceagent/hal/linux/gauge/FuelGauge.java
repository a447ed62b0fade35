package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;

/** Reads one kind of chip. Only reads: this program never configures a UPS HAT. */
interface FuelGauge {
  /**
   * @throws HalException {@code FAILED} if the answer cannot be that of a battery
   */
  Charge read(Registers chip) throws HalException;
}
