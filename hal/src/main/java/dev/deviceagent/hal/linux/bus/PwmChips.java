package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The PWM chips of the kernel. Their numbers change between kernels, and their devices do not: that
 * of a Pi 4 is {@code fe20c000.pwm}, that of a Pi 5 {@code 1f00098000.pwm}.
 *
 * @param root {@code /sys/class/pwm}
 */
record PwmChips(Path root) {
  static final String IF_ABSENT =
      "put dtoverlay=pwm-2chan into /boot/firmware/config.txt, or for any one line N"
          + " dtoverlay=pwm-gpio,gpio=N, and reboot";

  private static final String PREFIX = "pwmchip";
  private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{1,9}");

  /**
   * Returns the number of the first of these chips that exists.
   *
   * @param names of devices, or numbers
   * @throws HalException {@code ABSENT}, with the chips that exist
   */
  int number(List<String> names) throws HalException {
    var there = devices();
    for (var name : names) {
      for (var chip : there.entrySet()) {
        if (chip.getValue().equals(name) || chip.getKey().toString().equals(name)) {
          return chip.getKey();
        }
      }
    }
    throw new HalException(
        Kind.ABSENT,
        root + "/" + PREFIX + "*",
        "no PWM chip is named " + String.join(" or ", names),
        there.isEmpty()
            ? IF_ABSENT
            : "choose one that the kernel lists: "
                + String.join(", ", there.values())
                + "; or "
                + IF_ABSENT);
  }

  Path folder(int number) {
    return root.resolve(PREFIX + number);
  }

  /** The device of each chip, by number; the chip's name if there is no device. */
  private SequencedMap<Integer, String> devices() {
    var devices = new TreeMap<Integer, String>();
    try {
      for (var folder : SmallFiles.children(root, PREFIX + "[0-9]*")) {
        var name = folder.getFileName().toString();
        if (NAME.matcher(name).matches()) {
          devices.put(Integer.valueOf(name.substring(PREFIX.length())), device(folder, name));
        }
      }
    } catch (IOException e) {
      return devices; // a kernel without PWM has no such folder
    }
    return devices;
  }

  private static String device(Path folder, String otherwise) {
    try {
      var device = Files.readSymbolicLink(folder.resolve("device")).getFileName();
      return device == null ? otherwise : device.toString();
    } catch (IOException e) {
      return otherwise;
    }
  }
}
