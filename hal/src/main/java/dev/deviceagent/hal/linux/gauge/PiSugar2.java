package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.gauge.DischargeCurve.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PiSugar 2 (for the Zero) and PiSugar 2 Plus. Their chip is that of a power bank, an Injoinic
 * IP5209 or IP5312, at one address. Neither reports percent, so that is estimated by the curves in
 * the vendor's pisugar-power-manager-rs (ip5209.rs, ip5312.rs). Registers: PiSugar's "PiSugar2
 * (Plus) I2C Manual". Whether an IP5209 is charging is in the register that the kernel's
 * ip5xxx_power.c reads. No source documents how to read this from an IP5312 without changing the
 * function of its pins.
 */
final class PiSugar2 implements FuelGauge {
  private static final int IP5312_VOLTAGE_LOW = 0xD0;
  private static final int IP5312_VOLTAGE_HIGH = 0xD1;
  private static final int IP5209_VOLTAGE_LOW = 0xA2;
  private static final int IP5209_VOLTAGE_HIGH = 0xA3;

  /** The charging state, in the upper three bits. */
  private static final int IP5209_CHARGER = 0x71;

  private static final double MILLIVOLTS_AT_0 = 2600;
  private static final double MILLIVOLTS_PER_STEP = 0.26855;
  private static final double MILLIVOLTS_MOST = 4600;

  private static final DischargeCurve IP5209_CURVE =
      new DischargeCurve(
          List.of(
              new Point(4160, 100),
              new Point(4050, 95),
              new Point(4000, 80),
              new Point(3920, 65),
              new Point(3860, 40),
              new Point(3790, 25.5),
              new Point(3660, 10),
              new Point(3520, 6.5),
              new Point(3490, 3.2),
              new Point(3100, 0)));

  private static final DischargeCurve IP5312_CURVE =
      new DischargeCurve(
          List.of(
              new Point(4100, 100),
              new Point(4050, 95),
              new Point(3900, 88),
              new Point(3800, 77),
              new Point(3700, 65),
              new Point(3620, 55),
              new Point(3580, 49),
              new Point(3490, 25.6),
              new Point(3320, 4.5),
              new Point(3100, 0)));

  /** The IP5312's registers read zero on an IP5209; the vendor distinguishes them the same way. */
  @Override
  public Charge read(Registers chip) throws HalException {
    double plus = millivolts(chip, IP5312_VOLTAGE_LOW, IP5312_VOLTAGE_HIGH);
    if (isPlausible(plus)) {
      return new Charge(IP5312_CURVE.percent(plus), null);
    }
    double zero = millivolts(chip, IP5209_VOLTAGE_LOW, IP5209_VOLTAGE_HIGH);
    if (isPlausible(zero)) {
      return new Charge(
          IP5209_CURVE.percent(zero), isCharging(chip.unsigned8(IP5209_CHARGER) >> 5));
    }
    throw chip.failed(
        "measures " + Math.round(zero) + " mV, which is not the voltage of a battery",
        "check 'gauge' and 'address', and that the battery is inserted");
  }

  /** Reads 14 bits with a sign from two registers. */
  private static double millivolts(Registers chip, int low, int high) throws HalException {
    int raw = (chip.unsigned8(high) & 0x3F) << 8 | chip.unsigned8(low);
    int signed = raw << 18 >> 18;
    return MILLIVOLTS_AT_0 + signed * MILLIVOLTS_PER_STEP;
  }

  private static boolean isPlausible(double millivolts) {
    return millivolts > MILLIVOLTS_AT_0 && millivolts < MILLIVOLTS_MOST;
  }

  private static @Nullable Boolean isCharging(int charger) {
    return switch (charger) {
      case 1, 2, 3 -> true; // trickle, constant voltage, constant current
      case 0, 4, 5, 6 -> false; // idle, stopped, full, timed out
      default -> null;
    };
  }
}
