package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;

/**
 * Reads what the kernel knows about the peer of a connected Unix stream socket. Any thread; never
 * blocks.
 */
public final class SocketQueue {
  /** {@code SIOCOUTQ} of include/uapi/linux/sockios.h, which is {@code TIOCOUTQ}. */
  private static final long SIOCOUTQ = 0x5411;

  // struct pollfd: int fd, short events, short revents.
  private static final int POLLFD_BYTES = 8;
  private static final int POLLFD_REVENTS = 6;

  /** The peer has closed its socket completely, not only for writing. */
  private static final short POLLHUP = 0x10;

  private SocketQueue() {}

  /** How much of the data the peer has read. */
  public enum State {
    /** All that was written. */
    READ,
    /** Not yet all. */
    UNREAD,
    /** The peer has closed its socket; what it had read by then is no longer known. */
    CLOSED,
    /** The kernel does not report it. */
    UNKNOWN
  }

  /**
   * Asks the kernel.
   *
   * <p>When a Unix socket is closed, the kernel first marks the other end as hung up and then
   * discards the unread data ({@code unix_release_sock} in net/unix/af_unix.c). So an empty queue
   * counts as read only if a later check finds that the peer is still connected.
   *
   * @param fd the descriptor of our end
   */
  public static State of(int fd) {
    try (var arena = Arena.ofConfined()) {
      var unread = arena.allocate(JAVA_INT);
      if (Libc.ioctl(fd, SIOCOUTQ, unread) < 0) {
        return State.UNKNOWN;
      }
      var asked = arena.allocate(POLLFD_BYTES, Integer.BYTES);
      asked.set(JAVA_INT, 0, fd);
      if (Libc.poll(asked, 1, 0) < 0) {
        return State.UNKNOWN;
      }
      if ((asked.get(JAVA_SHORT, POLLFD_REVENTS) & POLLHUP) != 0) {
        return State.CLOSED;
      }
      return unread.get(JAVA_INT, 0) == 0 ? State.READ : State.UNREAD;
    }
  }
}
