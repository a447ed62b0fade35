package dev.deviceagent.agent.core;

import dev.deviceagent.hal.Power;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Logs when the supply voltage becomes too low, and when it is normal again. */
final class SupplyLog {
  private boolean wasLow;

  /**
   * @param supply as last read; null if not read
   */
  void see(Power.@Nullable Supply supply) {
    boolean isLow = supply != null && Boolean.TRUE.equals(supply.underVoltage());
    if (isLow && !wasLow) {
      Logger.warn(
          "the supply voltage is too low; use a 5 V supply of at least 3 A, and a short thick cable");
    } else if (wasLow && !isLow) {
      Logger.info("the supply voltage is normal again");
    }
    wasLow = isLow;
  }
}
