package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Power;
import dev.deviceagent.hal.linux.bus.SmallFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The power supply of a Raspberry Pi, as its firmware sees it and the kernel reports it. The kernel
 * queries the firmware every two seconds; a call here only reads files. Any thread.
 *
 * <ul>
 *   <li>Under-voltage is the alarm of the hwmon device {@code rpi_volt}
 *       (Documentation/hwmon/raspberrypi-hwmon): whether it occurred since the last query.
 *   <li>Throttling is in {@code get_throttled} of the firmware device, in hexadecimal. Raspberry Pi
 *       kernels 4.14 to 6.6 have this file and log one deprecation warning for it. It was removed
 *       in March 2025 (raspberrypi/linux pull request 6697); without it, throttling is unknown. Its
 *       bits 16 and up, "has occurred", are not a history, since each query clears them.
 * </ul>
 */
final class FirmwarePower implements Power {
  private static final int UNDER_VOLTAGE = 1;

  /** Frequency capped, throttled, or at the soft temperature limit. */
  private static final int SLOWED = 1 << 1 | 1 << 2 | 1 << 3;

  private final Path sys;
  private final @Nullable Path alarm;
  private final @Nullable Path throttled;

  /**
   * Looks for the files once: they exist from kernel start on.
   *
   * @param sys {@code /sys}
   */
  FirmwarePower(Path sys) {
    this.sys = sys;
    alarm = alarm(sys);
    throttled = throttled(sys);
  }

  /** Empty if neither file exists: on another board than a Pi, or with a kernel that lacks them. */
  static Optional<FirmwarePower> of(Path sys) {
    var power = new FirmwarePower(sys);
    return power.alarm == null && power.throttled == null ? Optional.empty() : Optional.of(power);
  }

  @Override
  public String where() {
    if (alarm != null) {
      return alarm.toString();
    }
    return throttled == null ? sys.toString() : throttled.toString();
  }

  /** Fails while the voltage is too low, so that a check of the devices reports it. */
  @Override
  public void probe() throws HalException {
    if (Boolean.TRUE.equals(supply().underVoltage())) {
      throw new HalException(
          Kind.FAILED,
          where(),
          "the supply voltage is too low",
          "use a supply of 5 V and at least 3 A, and a short thick cable");
    }
  }

  @Override
  public Supply supply() {
    var bits = hexadecimal(throttled);
    return new Supply(underVoltage(bits), bits == null ? null : (bits & SLOWED) != 0);
  }

  private @Nullable Boolean underVoltage(@Nullable Long bits) {
    var text = read(alarm);
    if (text != null && text.matches("[01]")) {
      return text.equals("1");
    }
    return bits == null ? null : (bits & UNDER_VOLTAGE) != 0;
  }

  private static @Nullable Long hexadecimal(@Nullable Path file) {
    var text = read(file);
    return text != null && text.matches("[0-9a-fA-F]{1,8}") ? Long.parseLong(text, 16) : null;
  }

  private static @Nullable Path alarm(Path sys) {
    for (var device : children(sys.resolve("class/hwmon"), "hwmon*")) {
      var alarm = device.resolve("in0_lcrit_alarm");
      if ("rpi_volt".equals(read(device.resolve("name"))) && Files.exists(alarm)) {
        return alarm;
      }
    }
    return null;
  }

  /**
   * Tries the usual path first. On a Pi 5 the device has another name and is found by its driver.
   */
  private static @Nullable Path throttled(Path sys) {
    var devices = new ArrayList<Path>();
    devices.add(sys.resolve("devices/platform/soc/soc:firmware"));
    devices.addAll(children(sys.resolve("bus/platform/drivers/raspberrypi-firmware"), "*firmware"));
    return devices.stream()
        .map(device -> device.resolve("get_throttled"))
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static List<Path> children(Path folder, String glob) {
    try {
      return SmallFiles.children(folder, glob);
    } catch (IOException e) {
      return List.of(); // not a Pi
    }
  }

  /** Returns the single line of a file, or null if it cannot be read. */
  private static @Nullable String read(@Nullable Path file) {
    try {
      return file == null ? null : SmallFiles.line(file);
    } catch (IOException e) {
      return null;
    }
  }
}
