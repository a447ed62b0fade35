package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * struct gpio_v2_line_request of include/uapi/linux/gpio.h: lines that are requested together.
 *
 * @param offsets of the lines on their chip; their bits in {@code values} are in this order
 * @param values the initial levels of outputs
 * @param consumer the name shown as the user of the lines; cut at 31 bytes
 */
record LineRequest(List<Integer> offsets, long flags, long values, String consumer) {
  static final long GET_LINE = 0xC250B407L; // _IOWR(0xB4, 0x07, 592)

  static final long ACTIVE_LOW = 1 << 1;
  static final long INPUT = 1 << 2;
  static final long OUTPUT = 1 << 3;
  static final long EDGES = 1 << 4 | 1 << 5;

  private static final int BYTES = 592;
  private static final int CONSUMER = 256;
  private static final int CONSUMER_BYTES = 32;
  private static final int FLAGS = 288;
  private static final int NUM_ATTRS = 296;
  private static final int ATTR_ID = 320;
  private static final int ATTR_VALUES = 328;
  private static final int ATTR_MASK = 336;
  private static final int NUM_LINES = 560;
  private static final int FD = 588;
  private static final int OUTPUT_VALUES = 2;

  MemorySegment in(Arena arena) {
    var request = arena.allocate(BYTES, Long.BYTES);
    for (int i = 0; i < offsets.size(); i++) {
      request.set(JAVA_INT, (long) i * Integer.BYTES, offsets.get(i));
    }
    var name = consumer.getBytes(StandardCharsets.UTF_8);
    long length = Math.min(name.length, CONSUMER_BYTES - 1L);
    MemorySegment.copy(MemorySegment.ofArray(name), 0, request, CONSUMER, length);
    request.set(JAVA_LONG, FLAGS, flags);
    if ((flags & OUTPUT) != 0) {
      request.set(JAVA_INT, NUM_ATTRS, 1);
      request.set(JAVA_INT, ATTR_ID, OUTPUT_VALUES);
      request.set(JAVA_LONG, ATTR_VALUES, values);
      request.set(JAVA_LONG, ATTR_MASK, (1L << offsets.size()) - 1);
    }
    request.set(JAVA_INT, NUM_LINES, offsets.size());
    return request;
  }

  /** Returns the descriptor of the lines from the kernel's answer. */
  static int descriptor(MemorySegment answer) {
    return answer.get(JAVA_INT, FD);
  }
}
