package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One chip of the kernel's GPIO character device, version 2. Structures and numbers:
 * include/uapi/linux/gpio.h. Found by its label, never by its number, which changes from kernel to
 * kernel (a Pi 5's header has been gpiochip4 and gpiochip0).
 */
final class GpioChip {
  private static final long GET_CHIPINFO = 0x8044B401L; // _IOR(0xB4, 0x01, 68)
  private static final long GET_LINE = 0xC250B407L; // _IOWR(0xB4, 0x07, 592)

  private static final int CHIPINFO_BYTES = 68;
  private static final int CHIPINFO_LABEL = 32;
  private static final int CHIPINFO_LINES = 64;

  // struct gpio_v2_line_request
  private static final int REQUEST_BYTES = 592;
  private static final int REQUEST_OFFSETS = 0;
  private static final int REQUEST_CONSUMER = 256;
  private static final int REQUEST_FLAGS = 288;
  private static final int REQUEST_NUM_ATTRS = 296;
  private static final int REQUEST_ATTR_ID = 320;
  private static final int REQUEST_ATTR_VALUES = 328;
  private static final int REQUEST_ATTR_MASK = 336;
  private static final int REQUEST_NUM_LINES = 560;
  private static final int REQUEST_FD = 588;
  private static final int NAME_BYTES = 32;

  private static final long ACTIVE_LOW = 1 << 1;
  private static final long INPUT = 1 << 2;
  private static final long OUTPUT = 1 << 3;
  private static final long EDGES = 1 << 4 | 1 << 5;
  private static final int ATTR_OUTPUT_VALUES = 2;

  private static final String IF_ABSENT =
      "see 'gpiodetect'; the kernel must have the GPIO character device (CONFIG_GPIO_CDEV)";

  private final Path path;
  private final String label;
  private final int lines;

  /** How an input is pulled while nothing drives it. */
  enum Bias {
    NONE(1 << 10),
    UP(1 << 8),
    DOWN(1 << 9),
    AS_IS(0);

    private final long flag;

    Bias(long flag) {
      this.flag = flag;
    }
  }

  private GpioChip(Path path, String label, int lines) {
    this.path = path;
    this.label = label;
    this.lines = lines;
  }

  Path path() {
    return path;
  }

  String label() {
    return label;
  }

  int lines() {
    return lines;
  }

  /**
   * The chip with one of these labels, looked for in a folder, {@code /dev} on a real machine.
   *
   * @throws HalException {@code ABSENT} with the labels there are, or {@code DENIED}
   */
  static GpioChip byLabel(Path folder, List<String> labels) throws HalException {
    var seen = new ArrayList<String>();
    for (var path : chips(folder)) {
      var chip = open(path);
      if (labels.contains(chip.label)) {
        return chip;
      }
      seen.add(chip.label);
    }
    throw new HalException(
        Kind.ABSENT,
        folder + "/gpiochip*",
        "no GPIO chip is called " + String.join(" or ", labels),
        seen.isEmpty() ? IF_ABSENT : "there are: " + String.join(", ", seen));
  }

  private static List<Path> chips(Path folder) throws HalException {
    var chips = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, "gpiochip*")) {
      files.forEach(chips::add);
    } catch (IOException e) {
      throw new HalException(
          Kind.ABSENT, folder.toString(), "cannot be listed: " + e.getMessage(), IF_ABSENT);
    }
    chips.sort(null);
    return chips;
  }

  /** Looks at one chip; nothing stays open. */
  static GpioChip open(Path path) throws HalException {
    int fd = openFd(path);
    try (var arena = Arena.ofConfined()) {
      var info = arena.allocate(CHIPINFO_BYTES);
      int result = Libc.ioctl(fd, GET_CHIPINFO, info);
      if (result < 0) {
        throw Errors.of(path.toString(), "ask what chip it is", result, "gpio", IF_ABSENT);
      }
      return new GpioChip(path, info.getString(CHIPINFO_LABEL), info.get(JAVA_INT, CHIPINFO_LINES));
    } finally {
      Libc.close(fd);
    }
  }

  private static int openFd(Path path) throws HalException {
    int fd = Libc.open(path.toString(), Libc.O_RDWR | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw Errors.of(path.toString(), "open it", fd, "gpio", IF_ABSENT);
    }
    return fd;
  }

  /** Takes a line as an input that tells both its edges. */
  GpioLine input(int offset, Bias bias, boolean activeLow, String consumer) throws HalException {
    long flags = INPUT | EDGES | bias.flag | (activeLow ? ACTIVE_LOW : 0);
    return request(offset, flags, false, consumer);
  }

  /** Takes a line as an output that has its level from the first moment on. */
  GpioLine output(int offset, boolean active, boolean activeLow, String consumer)
      throws HalException {
    return request(offset, OUTPUT | (activeLow ? ACTIVE_LOW : 0), active, consumer);
  }

  private GpioLine request(int offset, long flags, boolean active, String consumer)
      throws HalException {
    var where = path + " line " + offset;
    if (offset < 0 || offset >= lines) {
      throw new HalException(
          Kind.ABSENT, where, "the chip " + label + " has " + lines + " lines", "see 'gpioinfo'");
    }
    int fd = openFd(path);
    try (var arena = Arena.ofConfined()) {
      var request = arena.allocate(REQUEST_BYTES, Long.BYTES);
      request.set(JAVA_INT, REQUEST_OFFSETS, offset);
      write(request.asSlice(REQUEST_CONSUMER, NAME_BYTES), consumer);
      request.set(JAVA_LONG, REQUEST_FLAGS, flags);
      if ((flags & OUTPUT) != 0) {
        request.set(JAVA_INT, REQUEST_NUM_ATTRS, 1);
        request.set(JAVA_INT, REQUEST_ATTR_ID, ATTR_OUTPUT_VALUES);
        request.set(JAVA_LONG, REQUEST_ATTR_VALUES, active ? 1 : 0);
        request.set(JAVA_LONG, REQUEST_ATTR_MASK, 1);
      }
      request.set(JAVA_INT, REQUEST_NUM_LINES, 1);
      int result = Libc.ioctl(fd, GET_LINE, request);
      if (result == -Libc.ENXIO || result == -Libc.ENODEV) {
        throw new HalException(
            Kind.UNSUPPORTED, where, "has no interrupt, so it tells no edges", "use another line");
      }
      if (result < 0) {
        throw Errors.of(where, "take the line", result, "gpio", IF_ABSENT);
      }
      return new GpioLine(where, request.get(JAVA_INT, REQUEST_FD));
    } finally {
      Libc.close(fd);
    }
  }

  private static void write(MemorySegment field, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    long length = Math.min(bytes.length, NAME_BYTES - 1L);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, field, 0, length);
  }
}
