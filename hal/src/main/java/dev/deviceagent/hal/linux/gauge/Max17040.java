package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;

/**
 * Maxim's fuel gauge for one cell, as on the Geekworm and SparkFun boards. It contains a model of a
 * cell and reports percent. It cannot detect charging. Registers: datasheet MAX17040/MAX17041; the
 * kernel's max17040_battery.c reads the same.
 */
final class Max17040 implements FuelGauge {
  /** In 1/256 %. */
  private static final int STATE_OF_CHARGE = 0x04;

  /** A full cell that differs from the gauge's model reads a few percent over 100. */
  private static final int MOST_PERCENT = 120;

  @Override
  public Charge read(Registers chip) throws HalException {
    return new Charge(percent(chip), null);
  }

  static int percent(Registers chip) throws HalException {
    int raw = chip.unsigned16(STATE_OF_CHARGE);
    if (raw > MOST_PERCENT << 8) {
      throw chip.failed(
          "reports a battery level of " + (raw >> 8) + " %",
          "check 'gauge' and 'address', and that the battery is inserted");
    }
    return Math.min(100, (raw + 128) >> 8);
  }
}
