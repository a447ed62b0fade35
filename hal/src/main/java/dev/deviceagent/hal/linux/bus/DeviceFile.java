package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import java.lang.foreign.MemorySegment;

/** A device file that this process has opened. A call blocks as long as the driver does. */
final class DeviceFile implements AutoCloseable {
  private final Node node;
  private final int fd;

  private DeviceFile(Node node, int fd) {
    this.node = node;
    this.fd = fd;
  }

  static DeviceFile open(Node node) throws HalException {
    int fd = Libc.open(node.file().toString(), Libc.O_RDWR | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw Errors.of(node, "open it", fd);
    }
    return new DeviceFile(node, fd);
  }

  Node node() {
    return node;
  }

  /** Calls ioctl; returns its result or, on failure, the negative errno. */
  int ask(long request, MemorySegment argument) {
    return Libc.ioctl(fd, request, argument);
  }

  /**
   * @param what the attempted operation, such as "open it"
   */
  void call(long request, MemorySegment argument, String what) throws HalException {
    int result = ask(request, argument);
    if (result < 0) {
      throw Errors.of(node, what, result);
    }
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
