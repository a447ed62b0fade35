package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One chip of the kernel's GPIO character device, version 2. Structures and numbers:
 * include/uapi/linux/gpio.h. Only requested lines stay open.
 *
 * @param label the name that the driver gives the chip
 * @param lines the number of its lines
 */
record GpioChip(Node node, String label, int lines) {
  static final String IF_ABSENT =
      "list the chips with 'gpiodetect'; the kernel needs CONFIG_GPIO_CDEV";

  private static final long GET_CHIPINFO = 0x8044B401L; // _IOR(0xB4, 0x01, 68)
  private static final int CHIPINFO_BYTES = 68;
  private static final int CHIPINFO_LABEL = 32;
  private static final int CHIPINFO_LINES = 64;

  /** The bias of an input while nothing drives it. */
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

  /** Reads the description of one chip. */
  static GpioChip open(Path path) throws HalException {
    var node = Node.of(path, "gpio", IF_ABSENT);
    try (var file = DeviceFile.open(node);
        var arena = Arena.ofConfined()) {
      var info = arena.allocate(CHIPINFO_BYTES);
      file.call(GET_CHIPINFO, info, "read its description");
      return new GpioChip(node, info.getString(CHIPINFO_LABEL), info.get(JAVA_INT, CHIPINFO_LINES));
    }
  }

  /** Requests a line as an input that reports both edges. */
  GpioLine input(int offset, Bias bias, boolean activeLow, String consumer) throws HalException {
    long flags =
        LineRequest.INPUT
            | LineRequest.EDGES
            | bias.flag
            | (activeLow ? LineRequest.ACTIVE_LOW : 0);
    return line(new LineRequest(List.of(offset), flags, 0, consumer));
  }

  /** Requests a line as an output that has its level from the start. */
  GpioLine output(int offset, boolean active, boolean activeLow, String consumer)
      throws HalException {
    long flags = LineRequest.OUTPUT | (activeLow ? LineRequest.ACTIVE_LOW : 0);
    return line(new LineRequest(List.of(offset), flags, active ? 1 : 0, consumer));
  }

  /** Requests two lines as outputs that are set together. Both are initially low. */
  GpioPair pair(int data, int clock, String consumer) throws HalException {
    var request = new LineRequest(List.of(data, clock), LineRequest.OUTPUT, 0, consumer);
    return new GpioPair(part(request), take(request));
  }

  private GpioLine line(LineRequest request) throws HalException {
    return new GpioLine(part(request), take(request));
  }

  private Node part(LineRequest request) {
    return node.part(
        "line "
            + request.offsets().stream().map(String::valueOf).collect(Collectors.joining(" and ")));
  }

  private int take(LineRequest request) throws HalException {
    var part = part(request);
    for (int offset : request.offsets()) {
      if (offset < 0 || offset >= lines) {
        throw new HalException(
            Kind.ABSENT,
            part.where(),
            "no such line: " + label + " has " + lines,
            "list them with 'gpioinfo'");
      }
    }
    try (var file = DeviceFile.open(node);
        var arena = Arena.ofConfined()) {
      var asked = request.in(arena);
      int result = file.ask(LineRequest.GET_LINE, asked);
      if (result >= 0) {
        return LineRequest.descriptor(asked);
      }
      boolean wantsEdges = (request.flags() & LineRequest.EDGES) != 0;
      throw switch (-result) {
        case Libc.EBUSY -> busy(file, request);
        case Libc.ENXIO, Libc.ENODEV ->
            wantsEdges ? withoutEdges(part) : Errors.of(part, "request the line", result);
        default -> Errors.of(part, "request the line", result);
      };
    }
  }

  private static HalException withoutEdges(Node line) {
    return new HalException(
        Kind.UNSUPPORTED,
        line.where(),
        "no interrupt: edge detection unavailable",
        "wire the button to another line");
  }

  /** The kernel reports the holder of a line by the name that the holder gave itself. */
  private static HalException busy(DeviceFile file, LineRequest request) {
    try (var arena = Arena.ofConfined()) {
      for (int offset : request.offsets()) {
        var info = LineInfo.question(arena, offset);
        if (file.ask(LineInfo.GET_LINEINFO, info) >= 0 && LineInfo.of(info).isUsed()) {
          return new HalException(
              Kind.BUSY,
              file.node().part("line " + offset).where(),
              "in use by " + LineInfo.of(info).holder(),
              "stop that program or driver, or use another line; 'gpioinfo' lists all lines");
        }
      }
    }
    return new HalException(
        Kind.BUSY, file.node().where(), "the line is in use", "find its user with 'gpioinfo'");
  }
}
