package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.deviceagent.hal.HalException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Two lines of one request, so that one call sets both. One thread at a time. */
final class GpioPair implements LinePair {
  private static final long BOTH = 3;

  private final Node node;
  private final int fd;

  /** Reused, because one byte takes sixteen calls. */
  private final MemorySegment values = Arena.ofAuto().allocate(2L * Long.BYTES, Long.BYTES);

  GpioPair(Node node, int fd) {
    this.node = node;
    this.fd = fd;
    values.set(JAVA_LONG, Long.BYTES, BOTH);
  }

  @Override
  public void set(boolean data, boolean clock) throws HalException {
    values.set(JAVA_LONG, 0, (data ? 1 : 0) | (clock ? 2 : 0));
    int result = Libc.ioctl(fd, GpioLine.SET_VALUES, values);
    if (result < 0) {
      throw Errors.of(node, "set it", result);
    }
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
