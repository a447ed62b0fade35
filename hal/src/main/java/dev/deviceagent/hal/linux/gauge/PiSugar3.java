package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;

/**
 * PiSugar 3, whose firmware reports percent. It is charging while it is plugged in and its charging
 * switch is on, as in the vendor's pisugar-power-manager-rs. It does not report whether the battery
 * is full. Registers: PiSugar's "PiSugar3 I2C Datasheet".
 */
final class PiSugar3 implements FuelGauge {
  private static final int CONTROL = 0x02;
  private static final int PLUGGED_IN = 1 << 7;
  private static final int MAY_CHARGE = 1 << 6;
  private static final int PERCENT = 0x2A;

  @Override
  public Charge read(Registers chip) throws HalException {
    int percent = chip.unsigned8(PERCENT);
    if (percent > 100) {
      throw chip.failed(
          "reports a battery level of " + percent + " %",
          "check 'gauge' and 'address', and that the battery is inserted");
    }
    int charging = PLUGGED_IN | MAY_CHARGE;
    return new Charge(percent, (chip.unsigned8(CONTROL) & charging) == charging);
  }
}
