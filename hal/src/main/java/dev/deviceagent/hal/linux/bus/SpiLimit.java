package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The longest message that spidev accepts: the parameter {@code bufsiz} of its module
 * (drivers/spi/spidev.c), which only the kernel command line can change.
 *
 * @param parameter {@code /sys/module/spidev/parameters/bufsiz}
 */
record SpiLimit(Path parameter) {
  private static final int USUAL_BYTES = 4096;

  /** Returns the limit in bytes, or the usual one if the kernel does not report it. */
  int bytes() {
    try {
      var text = SmallFiles.line(parameter);
      return text.matches("\\d{1,9}") ? Integer.parseInt(text) : USUAL_BYTES;
    } catch (IOException e) {
      return USUAL_BYTES;
    }
  }

  /**
   * @throws HalException {@code UNSUPPORTED} if a message is too long
   */
  static void check(String where, int bytes, int mostBytes) throws HalException {
    if (bytes > mostBytes) {
      int enough = Integer.highestOneBit(bytes - 1) << 1;
      throw new HalException(
          Kind.UNSUPPORTED,
          where,
          "needs " + bytes + " bytes in one transfer, but the driver's limit is " + mostBytes,
          "add spidev.bufsiz=" + enough + " to the line in /boot/firmware/cmdline.txt and reboot");
    }
  }
}
