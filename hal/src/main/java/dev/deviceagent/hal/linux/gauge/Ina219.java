package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.profile.BoardProfile.Cells;

/**
 * TI's monitor of a voltage and a current, as on Waveshare's UPS HATs. It does not report a
 * percentage, so that is estimated: a straight line from the empty to the full voltage, as in
 * Waveshare's INA219.py (6.0 to 8.4 V for two cells, 3.0 to 4.2 V for one). The estimate is too
 * high during charging, too low under load, and falls fastest near the end. Registers: datasheet
 * INA219 (SBOS448), 8.6. The chip measures continuously from power-on, so nothing is configured.
 */
final class Ina219 implements FuelGauge {
  /**
   * Signed, in 10 µV over the shunt; on those HATs positive when current flows into the battery.
   */
  private static final int SHUNT_VOLTAGE = 0x01;

  /** In 4 mV, above three bits of other content. */
  private static final int BUS_VOLTAGE = 0x02;

  private static final int MILLIVOLTS_PER_STEP = 4;

  /** The highest reading without a current: 100 µV (datasheet, V OS of the INA219A). */
  private static final int NOTHING_FLOWS = 10;

  private final Cells cells;

  Ina219(Cells cells) {
    if (cells.emptyMillivolts() >= cells.fullMillivolts()) {
      throw new IllegalArgumentException("the voltage 'empty' must be lower than 'full'");
    }
    this.cells = cells;
  }

  @Override
  public Charge read(Registers chip) throws HalException {
    int millivolts = (chip.unsigned16(BUS_VOLTAGE) >> 3) * MILLIVOLTS_PER_STEP;
    if (!isPlausible(millivolts)) {
      throw chip.failed(
          "measures " + millivolts + " mV, which is outside the range of a battery of " + range(),
          "check that the battery is inserted, and that 'empty' and 'full' are for all its cells in"
              + " series");
    }
    return new Charge(percent(millivolts), chip.signed16(SHUNT_VOLTAGE) > NOTHING_FLOWS);
  }

  /** Allows a margin that is smaller than one cell more or less. */
  private boolean isPlausible(int millivolts) {
    return millivolts * 10 >= cells.emptyMillivolts() * 7
        && millivolts * 10 <= cells.fullMillivolts() * 12;
  }

  private int percent(int millivolts) {
    int over = millivolts - cells.emptyMillivolts();
    int range = cells.fullMillivolts() - cells.emptyMillivolts();
    return Math.clamp(Math.round(over * 100f / range), 0, 100);
  }

  private String range() {
    return cells.emptyMillivolts() + " to " + cells.fullMillivolts() + " mV";
  }
}
