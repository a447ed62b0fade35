package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.UnixDatagrams;

/**
 * The socket on which a service tells its manager how it is. For any thread; no call waits.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html">sd_notify(3)
 *     </a>
 */
public final class NotifySocket {
  private final UnixDatagrams socket;

  /**
   * @param path as {@code NOTIFY_SOCKET} has it
   * @throws HalException {@code FAILED} where nobody listens there
   */
  public NotifySocket(String path) throws HalException {
    socket = new UnixDatagrams(path);
  }

  /**
   * Tells it one thing: {@code READY=1}. Does not wait.
   *
   * @throws HalException {@code BUSY} where its queue is full, so that it was not told; {@code
   *     FAILED}
   */
  public void tell(String assignment) throws HalException {
    socket.send(assignment);
  }
}
