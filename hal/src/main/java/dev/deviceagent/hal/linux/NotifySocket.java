package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.UnixDatagrams;

/**
 * The socket on which a service reports its state to the service manager. Any thread; no call
 * blocks.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html">sd_notify(3)
 *     </a>
 */
public final class NotifySocket {
  private final UnixDatagrams socket;

  /**
   * @param path the value of {@code NOTIFY_SOCKET}
   * @throws HalException {@code FAILED} if no process listens there
   */
  public NotifySocket(String path) throws HalException {
    socket = new UnixDatagrams(path);
  }

  /**
   * Sends one assignment, such as {@code READY=1}. Does not block.
   *
   * @throws HalException {@code BUSY} if the queue of the service manager is full, so that nothing
   *     was sent; {@code FAILED} for any other error
   */
  public void tell(String assignment) throws HalException {
    socket.send(assignment);
  }
}
