package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.deviceagent.hal.HalException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One line that this process has requested. Its level is active or inactive, regardless of the
 * polarity of the wiring. {@link #watch} blocks its thread; all other methods may be called at the
 * same time.
 */
final class GpioLine implements AutoCloseable {
  private static final long GET_VALUES = 0xC010B40EL; // _IOWR(0xB4, 0x0E, 16)
  static final long SET_VALUES = 0xC010B40FL; // _IOWR(0xB4, 0x0F, 16)

  // struct gpio_v2_line_event
  private static final int EVENT_BYTES = 48;
  private static final int EVENT_ID = 8;
  private static final int RISING = 1;
  private static final int EVENTS_AT_ONCE = 16;

  // struct pollfd
  private static final int POLLFD_BYTES = 8;
  private static final int POLLFD_EVENTS = 4;
  private static final int POLLFD_REVENTS = 6;

  private final Node node;
  private final int fd;
  private final int waker;

  /**
   * @throws HalException if no descriptor is left; the line is released in that case
   */
  GpioLine(Node node, int fd) throws HalException {
    this.node = node;
    this.fd = fd;
    this.waker = Libc.eventfd();
    if (waker < 0) {
      Libc.close(fd);
      throw Errors.of(node, "create its wake-up event", waker);
    }
  }

  boolean isActive() throws HalException {
    try (var arena = Arena.ofConfined()) {
      var values = values(arena, 0);
      check(Libc.ioctl(fd, GET_VALUES, values), "read it");
      return (values.get(JAVA_LONG, 0) & 1) != 0;
    }
  }

  void set(boolean active) throws HalException {
    try (var arena = Arena.ofConfined()) {
      check(Libc.ioctl(fd, SET_VALUES, values(arena, active ? 1 : 0)), "set it");
    }
  }

  /** struct gpio_v2_line_values: the bits, and a mask of the bits that are valid. */
  private static MemorySegment values(Arena arena, long bits) {
    var values = arena.allocate(2 * Long.BYTES, Long.BYTES);
    values.set(JAVA_LONG, 0, bits);
    values.set(JAVA_LONG, Long.BYTES, 1);
    return values;
  }

  /**
   * Reports every edge until {@link #stopWatching}, then releases the line. Sleeps in the kernel
   * between edges.
   *
   * @throws HalException if the chip is gone
   */
  void watch(LineIn.Edges edges) throws HalException {
    try (var arena = Arena.ofConfined()) {
      var waited = arena.allocate(2L * POLLFD_BYTES, Long.BYTES);
      var events = arena.allocate((long) EVENT_BYTES * EVENTS_AT_ONCE, Long.BYTES);
      waited.set(JAVA_INT, 0, fd);
      waited.set(JAVA_SHORT, POLLFD_EVENTS, Libc.POLLIN);
      waited.set(JAVA_INT, POLLFD_BYTES, waker);
      waited.set(JAVA_SHORT, POLLFD_BYTES + POLLFD_EVENTS, Libc.POLLIN);
      while (true) {
        int ready = Libc.poll(waited, 2, -1);
        if (ready == -Libc.EINTR) {
          continue;
        }
        check(ready, "wait for its edges");
        if (waited.get(JAVA_SHORT, POLLFD_BYTES + POLLFD_REVENTS) != 0) {
          return;
        }
        long bytes = Libc.read(fd, events, events.byteSize());
        check(bytes, "read its edges");
        boolean last = false;
        for (long at = 0; at < bytes; at += EVENT_BYTES) {
          last = events.get(JAVA_INT, at + EVENT_ID) == RISING;
          edges.edge(last, events.get(JAVA_LONG, at));
        }
        // The kernel keeps 16 edges for a line and drops further ones. So the current level may
        // differ from the last reported edge, and a release must not be lost.
        if (isActive() != last) {
          edges.edge(!last, System.nanoTime());
        }
      }
    } finally {
      Libc.close(fd);
      Libc.close(waker);
    }
  }

  private void check(long result, String what) throws HalException {
    if (result < 0) {
      throw Errors.of(node, what, result);
    }
  }

  /** Wakes {@link #watch}, which then releases the line. */
  void stopWatching() {
    try (var arena = Arena.ofConfined()) {
      var one = arena.allocateFrom(JAVA_LONG, 1);
      Libc.write(waker, one, Long.BYTES);
    }
  }

  /** Releases a line that no thread watches. */
  @Override
  public void close() {
    Libc.close(fd);
    Libc.close(waker);
  }
}
