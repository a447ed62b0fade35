package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import org.jspecify.annotations.Nullable;

/**
 * Maxim's later fuel gauge: the percentage of the {@link Max17040}, and its rate of change.
 * Registers: datasheet MAX17048/MAX17049, table 2.
 */
final class Max17048 implements FuelGauge {
  /** Signed, in 0.208 % per hour; positive during charging. */
  private static final int RATE = 0x16;

  /**
   * The answer of a chip without this register, such as the MAX17043, which is also sold under this
   * name. As a rate it would be a fifth of a percent per hour, too little for any speaker.
   */
  private static final int NO_SUCH_REGISTER = -1;

  @Override
  public Charge read(Registers chip) throws HalException {
    return new Charge(Max17040.percent(chip), isCharging(chip.signed16(RATE)));
  }

  private static @Nullable Boolean isCharging(int rate) {
    return rate == NO_SUCH_REGISTER ? null : rate > 0;
  }
}
