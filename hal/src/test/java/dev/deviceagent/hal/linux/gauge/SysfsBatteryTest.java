package dev.deviceagent.hal.linux.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.Battery.Charge;
import dev.deviceagent.hal.HalException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SysfsBatteryTest {
  @TempDir Path folder;

  private void supply(String name, String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve(file), text + "\n");
  }

  private Charge charge() throws HalException {
    return new SysfsBattery(folder).charge();
  }

  @ParameterizedTest
  @CsvSource({"Charging, true", "Discharging, false", "Not charging, false", "Full, false"})
  void theFilesOfTheKernelAreRead(String status, boolean isCharging) throws Exception {
    supply("ac", "type", "Mains");
    supply("bat", "type", "Battery");
    supply("bat", "capacity", "76");
    supply("bat", "status", status);
    assertEquals(new Charge(76, isCharging), charge());
  }

  @Test
  void whatTheDriverDoesNotSayIsNull() throws Exception {
    supply("bat", "type", "Battery");
    assertEquals(new Charge(null, null), charge());
    supply("bat", "capacity", "255");
    supply("bat", "status", "Unknown");
    assertEquals(new Charge(null, null), charge());
  }

  @Test
  void aMouseIsNotTheSpeakersBattery() throws Exception {
    supply("hidpp", "type", "Battery");
    supply("hidpp", "scope", "Device");
    supply("hidpp", "capacity", "5");
    assertEquals(HalException.Kind.ABSENT, assertThrows(HalException.class, this::charge).kind());
  }

  @Test
  void aBatteryThatIsPluggedInLaterIsFound() throws Exception {
    var battery = new SysfsBattery(folder.resolve("power_supply"));
    assertEquals(
        HalException.Kind.ABSENT, assertThrows(HalException.class, battery::charge).kind());
    supply("power_supply/ups", "type", "Battery");
    supply("power_supply/ups", "capacity", "100");
    assertEquals(100, battery.charge().percent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "101", "1e2", "7 6", "٧٦", "99999999999", "\0"})
  void whatMakesNoSenseIsUnknown(String text) throws Exception {
    supply("bat", "type", "Battery");
    supply("bat", "capacity", text);
    supply("bat", "status", text);
    assertEquals(new Charge(null, null), charge());
  }

  /** Whatever the kernel reports, the result is a charge or a HalException. */
  @Test
  void anyBytesAreAChargeOrAFailure() throws Exception {
    var random = new Random(20260104);
    for (int i = 0; i < 500; i++) {
      supply("bat", "type", "Battery");
      for (var file : List.of("capacity", "status", "scope")) {
        var bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        Files.write(folder.resolve("bat").resolve(file), bytes);
      }
      assertNull(charge().charging());
    }
  }

  /** Three gigabytes exceed the maximum size of a Java array. */
  @ParameterizedTest
  @ValueSource(strings = {"capacity", "status", "scope"})
  void aHugeFileIsUnknown(String name) throws Exception {
    supply("bat", "type", "Battery");
    supply("bat", name, "x");
    try (var huge = new RandomAccessFile(folder.resolve("bat").resolve(name).toFile(), "rw")) {
      huge.setLength(3L << 30);
    }
    assertEquals(new Charge(null, null), charge());
  }
}
