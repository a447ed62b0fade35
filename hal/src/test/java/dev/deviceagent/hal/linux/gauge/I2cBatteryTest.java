package dev.deviceagent.hal.linux.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.Cells;
import dev.deviceagent.hal.linux.profile.BoardProfile.I2cGauge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class I2cBatteryTest {
  private static final Cells TWO = new Cells(6000, 8400);

  /** The registers of a chip, one byte each, read consecutively. A write fails the test. */
  private static final class FakeChip implements I2cPort {
    final byte[] registers = new byte[0x200];

    @Override
    public String where() {
      return "/dev/i2c-1 address 0x36";
    }

    @Override
    public void write(byte... bytes) {
      throw new AssertionError("a gauge is only read");
    }

    @Override
    public byte[] read(int register, int count) {
      return Arrays.copyOfRange(registers, register, register + count);
    }

    void byteAt(int register, int value) {
      registers[register] = (byte) value;
    }

    void wordAt(int register, int value) {
      byteAt(register, value >> 8);
      byteAt(register + 1, value);
    }
  }

  /** A chip whose registers are one word each, so that a read does not continue in the next one. */
  private static final class FakeIna219 implements I2cPort {
    int shunt;
    int bus;

    @Override
    public String where() {
      return "/dev/i2c-1 address 0x42";
    }

    @Override
    public void write(byte... bytes) {
      throw new AssertionError("a gauge is only read");
    }

    @Override
    public byte[] read(int register, int count) {
      int value = register == 1 ? shunt : register == 2 ? bus : 0;
      return new byte[] {(byte) (value >> 8), (byte) value};
    }
  }

  private final FakeChip chip = new FakeChip();
  private final FakeIna219 ina219 = new FakeIna219();

  private static Charge charge(I2cGauge.Kind kind, I2cPort port) throws HalException {
    return new I2cBattery(new I2cGauge(kind, 1, 0x36, TWO), port).charge();
  }

  private static HalException failure(I2cGauge.Kind kind, I2cPort port) {
    var failure = assertThrows(HalException.class, () -> charge(kind, port));
    assertEquals(Kind.FAILED, failure.kind());
    return failure;
  }

  @ParameterizedTest
  @CsvSource({"0000, 0", "007F, 0", "0080, 1", "4C40, 76", "6400, 100", "6733, 100", "7800, 100"})
  void aMax17040SaysPercentAndNoMore(String raw, int percent) throws Exception {
    chip.wordAt(0x04, Integer.parseInt(raw, 16));
    assertEquals(new Charge(percent, null), charge(I2cGauge.Kind.MAX17040, chip));
  }

  @ParameterizedTest
  @CsvSource({"0001, true", "0060, true", "0000, false", "FFFE, false", "8000, false", "FFFF,"})
  void aMax17048KnowsWhichWayItGoes(String rate, Boolean isCharging) throws Exception {
    chip.wordAt(0x04, 0x3200);
    chip.wordAt(0x16, Integer.parseInt(rate, 16));
    assertEquals(new Charge(50, isCharging), charge(I2cGauge.Kind.MAX17048, chip));
  }

  @ParameterizedTest
  @EnumSource(I2cGauge.Kind.class)
  void aBusThatIsStuckHighIsNoBattery(I2cGauge.Kind kind) {
    Arrays.fill(chip.registers, (byte) 0xFF);
    failure(kind, chip);
  }

  @ParameterizedTest
  @CsvSource({"6000, 0", "8400, 100", "7200, 50", "5800, 0", "8500, 100", "7596, 67"})
  void anIna219IsAStraightLineFromEmptyToFull(int millivolts, int percent) throws Exception {
    ina219.bus = ((millivolts / 4) << 3) | 2;
    assertEquals(new Charge(percent, false), charge(I2cGauge.Kind.INA219, ina219));
  }

  @ParameterizedTest
  @CsvSource({"FC18, false", "0000, false", "000A, false", "000B, true", "03E8, true"})
  void anIna219ChargesWhileCurrentFlowsIntoIt(String shunt, boolean isCharging) throws Exception {
    ina219.bus = 1800 << 3; // 7.2 V
    ina219.shunt = Integer.parseInt(shunt, 16);
    assertEquals(new Charge(50, isCharging), charge(I2cGauge.Kind.INA219, ina219));
  }

  @ParameterizedTest
  @CsvSource({"0", "896", "4100", "12400"})
  void cellsThatAreNotThereOrNotAsTheFileSaysAreTold(int millivolts) {
    ina219.bus = (millivolts / 4) << 3;
    var failure = failure(I2cGauge.Kind.INA219, ina219);
    assertTrue(failure.getMessage().contains(millivolts + " mV"), failure.getMessage());
    assertTrue(failure.getMessage().contains("6000 to 8400 mV"), failure.getMessage());
  }

  @Test
  void cellsThatAreFullAtLessThanEmptyAreABug() {
    var wiring = new I2cGauge(I2cGauge.Kind.INA219, 1, 0x42, new Cells(4200, 3200));
    assertThrows(IllegalArgumentException.class, () -> new I2cBattery(wiring, ina219));
  }

  private static int steps(int millivolts) {
    return (int) Math.round((millivolts - 2600) / 0.26855);
  }

  /** The states of the charger are those of the kernel's ip5xxx_power.c. */
  @ParameterizedTest
  @CsvSource({
    "4200, 0, 100, false",
    "4160, 5, 100, false",
    "3960, 1, 72, true",
    "3860, 3, 40, true",
    "3300, 6, 2, false",
    "3000, 2, 0, true",
    "4000, 7, 80,"
  })
  void aPiSugar2IsTheVendorsCurve(int millivolts, int charger, int percent, Boolean isCharging)
      throws Exception {
    chip.byteAt(0xA2, steps(millivolts));
    chip.byteAt(0xA3, steps(millivolts) >> 8);
    chip.byteAt(0x71, (charger << 5) | 0b1000);
    assertEquals(new Charge(percent, isCharging), charge(I2cGauge.Kind.PISUGAR2, chip));
  }

  @ParameterizedTest
  @CsvSource({"4150, 100", "3660, 60", "3580, 49", "3000, 0"})
  void aPiSugar2PlusHasAnotherChipAndCurve(int millivolts, int percent) throws Exception {
    chip.byteAt(0xD0, steps(millivolts));
    chip.byteAt(0xD1, steps(millivolts) >> 8);
    assertEquals(new Charge(percent, null), charge(I2cGauge.Kind.PISUGAR2, chip));
  }

  @Test
  void aPiSugar2ThatMeasuresNothingHasNoBattery() {
    failure(I2cGauge.Kind.PISUGAR2, chip);
  }

  @ParameterizedTest
  @CsvSource({"C5, true", "85, false", "45, false", "05, false"})
  void aPiSugar3ChargesWhilePluggedInAndAllowedTo(String control, boolean isCharging)
      throws Exception {
    chip.byteAt(0x2A, 63);
    chip.byteAt(0x02, Integer.parseInt(control, 16));
    assertEquals(new Charge(63, isCharging), charge(I2cGauge.Kind.PISUGAR3, chip));
  }

  @Test
  void itIsFoundWhereItsPortIs() {
    var battery = new I2cBattery(new I2cGauge(I2cGauge.Kind.PISUGAR3, 1, 0x57, TWO), chip);
    assertEquals("/dev/i2c-1 address 0x36", battery.where());
  }
}
