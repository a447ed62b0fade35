package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * struct gpio_v2_line_info of include/uapi/linux/gpio.h: which program uses a line.
 *
 * @param consumer the name that the program gave itself; may be empty
 */
record LineInfo(boolean isUsed, String consumer) {
  static final long GET_LINEINFO = 0xC100B405L; // _IOWR(0xB4, 0x05, 256)

  private static final int BYTES = 256;
  private static final int CONSUMER = 32;
  private static final int OFFSET = 64;
  private static final int FLAGS = 72;
  private static final long USED = 1;

  /** The request for one line. */
  static MemorySegment question(Arena arena, int offset) {
    var info = arena.allocate(BYTES, Long.BYTES);
    info.set(JAVA_INT, OFFSET, offset);
    return info;
  }

  static LineInfo of(MemorySegment answer) {
    return new LineInfo((answer.get(JAVA_LONG, FLAGS) & USED) != 0, answer.getString(CONSUMER));
  }

  /** The program that uses the line, for a person. */
  String holder() {
    return consumer.isEmpty() ? "an unnamed process" : "'" + consumer + "'";
  }
}
