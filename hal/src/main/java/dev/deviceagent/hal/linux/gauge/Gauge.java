package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;

/** What one kind of chip says, and how. Only reads: a UPS HAT is never set up by us. */
interface Gauge {
  /**
   * @throws HalException {@code FAILED} where the answer can be no battery's
   */
  Charge read(Registers chip) throws HalException;
}
