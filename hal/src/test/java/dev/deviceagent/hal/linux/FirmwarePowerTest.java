package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Power.Supply;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwarePowerTest {
  private static final String ALARM = "class/hwmon/hwmon1/in0_lcrit_alarm";
  private static final String THROTTLED = "devices/platform/soc/soc:firmware/get_throttled";

  @TempDir Path sys;

  private void file(String path, String text) throws IOException {
    Files.createDirectories(sys.resolve(path).getParent());
    Files.writeString(sys.resolve(path), text + "\n");
  }

  private void alarm(String text) throws IOException {
    file("class/hwmon/hwmon0/name", "cpu_thermal");
    file("class/hwmon/hwmon1/name", "rpi_volt");
    file(ALARM, text);
  }

  private FirmwarePower power() {
    return FirmwarePower.of(sys).orElseThrow();
  }

  @Test
  void aBoardWithoutSuchFirmwareHasNone() throws Exception {
    assertEquals(Optional.empty(), FirmwarePower.of(sys));
    file("class/hwmon/hwmon0/name", "nvme");
    file("class/hwmon/hwmon0/in0_lcrit_alarm", "1");
    assertEquals(Optional.empty(), FirmwarePower.of(sys));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void theAlarmIsUnderVoltageAndThrottlingIsUnknown(String text, boolean underVoltage)
      throws Exception {
    alarm(text);
    assertEquals(new Supply(underVoltage, null), power().supply());
    assertEquals(sys.resolve(ALARM).toString(), power().where());
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, false",
    "1, true, false",
    "2, false, true",
    "4, false, true",
    "8, false, true",
    "50005, true, true",
    "f0000, false, false"
  })
  void withoutTheAlarmTheFirmwaresBitsSayBoth(String bits, boolean underVoltage, boolean throttled)
      throws Exception {
    file(THROTTLED, bits);
    assertEquals(new Supply(underVoltage, throttled), power().supply());
    assertEquals(sys.resolve(THROTTLED).toString(), power().where());
  }

  @Test
  void aPi5sFirmwareIsFoundByItsDriver() throws Exception {
    file("bus/platform/drivers/raspberrypi-firmware/soc@107c000000:firmware/get_throttled", "4");
    assertEquals(new Supply(false, true), power().supply());
  }

  @Test
  void theAlarmCountsWhereThereAreBoth() throws Exception {
    alarm("1");
    file(THROTTLED, "4");
    assertEquals(new Supply(true, true), power().supply());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "yes", "\0", "123456789"})
  void whatMakesNoSenseIsUnknown(String text) throws Exception {
    alarm(text);
    file(THROTTLED, "0x" + text);
    assertEquals(new Supply(null, null), power().supply());
  }

  /** Three gigabytes exceed the maximum size of a Java array. */
  @ParameterizedTest
  @ValueSource(strings = {ALARM, THROTTLED})
  void aHugeFileIsUnknown(String path) throws Exception {
    alarm("2");
    file(THROTTLED, "x");
    try (var huge = new RandomAccessFile(sys.resolve(path).toFile(), "rw")) {
      huge.setLength(3L << 30);
    }
    assertEquals(new Supply(null, null), power().supply());
  }

  @Test
  void aFileThatIsGoneIsUnknown() throws Exception {
    alarm("1");
    var power = power();
    Files.delete(sys.resolve(ALARM));
    assertEquals(new Supply(null, null), power.supply());
  }

  @Test
  void aProbeTellsOfUnderVoltageAndItsCure() throws Exception {
    alarm("0");
    var power = power();
    power.probe();
    alarm("1");
    var failure = assertThrows(HalException.class, power::probe);
    assertEquals(HalException.Kind.FAILED, failure.kind());
    assertTrue(
        failure.getMessage().contains("the supply voltage is too low"), failure.getMessage());
    assertTrue(failure.getMessage().contains("5 V and at least 3 A"), failure.getMessage());
  }
}
