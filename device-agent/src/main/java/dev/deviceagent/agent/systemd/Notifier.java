package dev.deviceagent.agent.systemd;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.NotifySocket;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Notifies systemd as sd_notify(3) describes. Thread-safe. If no service manager runs this process,
 * does nothing.
 *
 * @param out sends an assignment such as {@code READY=1}; returns false if it was not sent, because
 *     the manager's queue is full or the manager is gone
 * @param watchdog how often the manager expects a notification; null if it expects none
 */
public record Notifier(Predicate<String> out, @Nullable Duration watchdog) {
  /** For a process without a service manager. */
  public static final Notifier NONE = new Notifier(_ -> true, null);

  /**
   * Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID.
   *
   * @param environment {@link System#getenv()}
   * @param pid of this process; a watchdog of another process is ignored
   */
  static Notifier of(Map<String, String> environment, long pid) {
    var path = environment.get("NOTIFY_SOCKET");
    if (path == null || path.isEmpty()) {
      return NONE;
    }
    try {
      var socket = new NotifySocket(path);
      return new Notifier(words -> tell(socket, words), watchdog(environment, pid));
    } catch (HalException e) {
      Logger.warn("cannot notify systemd: {}", e.getMessage());
      return NONE;
    }
  }

  private static @Nullable Duration watchdog(Map<String, String> environment, long pid) {
    var micros = environment.get("WATCHDOG_USEC");
    var meant = environment.getOrDefault("WATCHDOG_PID", String.valueOf(pid));
    return micros == null || !micros.matches("[1-9]\\d{0,17}") || !meant.equals(String.valueOf(pid))
        ? null
        : Duration.ofNanos(Math.multiplyExact(Long.parseLong(micros), 1000L));
  }

  private static boolean tell(NotifySocket socket, String words) {
    try {
      socket.tell(words);
      return true;
    } catch (HalException e) {
      Logger.debug("{}", e.getMessage());
      return false;
    }
  }

  /**
   * Reports that the board is open, the microphone is shut and the link listens.
   *
   * @return whether it was sent; if not, the manager still waits for it, and the caller repeats it
   */
  public boolean ready() {
    return out.test("READY=1");
  }

  /**
   * @return whether it was sent
   */
  public boolean alive() {
    return out.test("WATCHDOG=1");
  }

  /**
   * @return whether it was sent
   */
  public boolean ending() {
    return out.test("STOPPING=1\nSTATUS=ending");
  }

  /**
   * @return whether it was sent; if not, the manager shows the previous status
   */
  public boolean status(String words) {
    return out.test("STATUS=" + words);
  }
}
