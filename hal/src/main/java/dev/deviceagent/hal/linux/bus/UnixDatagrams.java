package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.deviceagent.hal.HalException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Sends datagrams to one Unix socket, which the JDK cannot do. Connects once, for the life of the
 * process. Any thread; no call blocks.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
public final class UnixDatagrams {
  // The same on x86-64, arm64 and arm: include/linux/socket.h, include/linux/net.h, fcntl.h.
  private static final short AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOCK_NONBLOCK = 0x800;

  /** The size of {@code sun_path} in {@code struct sockaddr_un}, which follows a short. */
  private static final int PATH_MOST = 108;

  private static final MethodHandle SOCKET =
      Libc.handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CONNECT =
      Libc.handle("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private final String path;
  private final int fd;

  /**
   * Connects.
   *
   * @param path the path of a socket; one that begins with {@code @} is a name in the kernel,
   *     without a file
   * @throws HalException {@code FAILED}
   */
  public UnixDatagrams(String path) throws HalException {
    this.path = path;
    fd =
        checked(
            "socket",
            Libc.call(state ->
                (int)
                    SOCKET.invokeExact(
                        state, (int) AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)));
    try (var arena = Arena.ofConfined()) {
      var name = path.getBytes(StandardCharsets.UTF_8);
      int length = Short.BYTES + name.length;
      if (name.length >= PATH_MOST) {
        throw failure("connect", Libc.EINVAL);
      }
      var address = arena.allocate(Short.BYTES + PATH_MOST);
      address.set(JAVA_SHORT, 0, AF_UNIX);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
      if (name.length > 0 && name[0] == '@') {
        address.set(JAVA_BYTE, Short.BYTES, (byte) 0);
      }
      checked("connect", Libc.call(state -> (int) CONNECT.invokeExact(state, fd, address, length)));
    } catch (HalException e) {
      Libc.close(fd);
      throw e;
    }
  }

  /**
   * Sends one datagram.
   *
   * @throws HalException {@code BUSY} if the receiver's queue is full: this datagram is dropped,
   *     and the next one may be accepted; {@code FAILED} for any other error
   */
  public void send(String text) throws HalException {
    try (var arena = Arena.ofConfined()) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      long sent = Libc.write(fd, arena.allocateFrom(JAVA_BYTE, bytes), bytes.length);
      if (sent == -Libc.EAGAIN) {
        throw new HalException(
            HalException.Kind.BUSY,
            path,
            "its queue is full",
            "check whether the process that reads it hangs");
      }
      checked("write", sent);
    }
  }

  private int checked(String operation, long result) throws HalException {
    if (result < 0) {
      throw failure(operation, -result);
    }
    return (int) result;
  }

  private HalException failure(String operation, long errno) {
    return new HalException(
        HalException.Kind.FAILED,
        path,
        "cannot " + operation + ": errno " + errno,
        "check that the receiver is running");
  }
}
