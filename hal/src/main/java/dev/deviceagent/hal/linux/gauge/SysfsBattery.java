package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.SmallFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any battery with a kernel driver, as documented in Documentation/ABI/testing/sysfs-class-power.
 * Each reading searches for it, since a UPS may be plugged in later.
 */
public final class SysfsBattery implements Battery {
  private final Path folder;

  /**
   * @param folder {@code /sys/class/power_supply}
   */
  public SysfsBattery(Path folder) {
    this.folder = folder;
  }

  @Override
  public String where() {
    return folder.toString();
  }

  @Override
  public Charge charge() throws HalException {
    var battery = find();
    var capacity = read(battery.resolve("capacity"));
    var status = read(battery.resolve("status"));
    return new Charge(percent(capacity), status == null ? null : isCharging(status));
  }

  /** Returns the first supply that is a battery of the whole device, not of a mouse. */
  private Path find() throws HalException {
    List<Path> supplies;
    try {
      supplies = SmallFiles.children(folder, "*");
    } catch (NoSuchFileException e) {
      throw absent();
    } catch (IOException e) {
      throw new HalException(
          Kind.FAILED, where(), "cannot list it: " + e, "check the kernel log with 'dmesg'");
    }
    for (var supply : supplies) {
      if ("Battery".equals(read(supply.resolve("type")))
          && !"Device".equals(read(supply.resolve("scope")))) {
        return supply;
      }
    }
    throw absent();
  }

  private HalException absent() {
    return new HalException(
        Kind.ABSENT,
        where(),
        "the kernel lists no battery",
        "load the fuel gauge's driver (a dtoverlay in config.txt), or remove 'battery'");
  }

  /** Returns the single line of a file, or null if it is missing or the driver has no value now. */
  private static @Nullable String read(Path file) {
    try {
      return SmallFiles.line(file);
    } catch (IOException e) {
      return null; // a driver reports a missing value by ENODATA
    }
  }

  private static @Nullable Integer percent(@Nullable String capacity) {
    if (capacity == null || !capacity.matches("\\d{1,3}")) {
      return null;
    }
    int percent = Integer.parseInt(capacity);
    return percent > 100 ? null : percent;
  }

  private static @Nullable Boolean isCharging(String status) {
    return switch (status) {
      case "Charging" -> true;
      case "Discharging", "Not charging", "Full" -> false;
      default -> null;
    };
  }
}
