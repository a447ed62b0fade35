package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import org.jspecify.annotations.Nullable;

/**
 * Maxim's later fuel gauge: the {@link Max17040}'s percent, and how fast they change. Registers:
 * datasheet MAX17048/MAX17049, table 2.
 */
final class Max17048 implements Gauge {
  /** Signed, in 0.208 % an hour; positive while it charges. */
  private static final int RATE = 0x16;

  /**
   * What a chip without this register answers; the MAX17043 is sold under this name too. As a rate
   * it would be a fifth of a percent an hour, which is no speaker's.
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
