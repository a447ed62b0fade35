package dev.deviceagent.agent.systemd;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.NotifySocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Notifies systemd as sd_notify(3) describes, and writes the crash cleanup. Thread-safe. If no
 * service manager runs this process, does nothing.
 *
 * @param out sends an assignment such as {@code READY=1}; returns false if it was not sent, because
 *     the manager's queue is full or the manager is gone
 * @param watchdog how often the manager expects a notification; null if it expects none
 * @param will the file of the crash cleanup; null if nothing would read it
 */
public record Service(
    Predicate<String> out, @Nullable Duration watchdog, @Nullable CrashCleanup will) {
  /** For a process without a service manager. */
  public static final Service NONE = new Service(_ -> true, null, null);

  /**
   * Reads systemd's variables from the environment.
   *
   * @param environment {@link System#getenv()}
   * @param pid of this process; variables that name another process are ignored
   */
  public static Service of(Map<String, String> environment, long pid) {
    var runtime = environment.get("RUNTIME_DIRECTORY");
    var will =
        runtime == null
            ? null
            : new CrashCleanup(Path.of(runtime.split(":", -1)[0], "last-will"), pid);
    var path = environment.get("NOTIFY_SOCKET");
    if (path == null || path.isEmpty()) {
      return new Service(NONE.out, null, will);
    }
    try {
      var socket = new NotifySocket(path);
      return new Service(words -> tell(socket, words), watchdog(environment, pid), will);
    } catch (HalException e) {
      Logger.warn("cannot notify systemd: {}", e.getMessage());
      return new Service(NONE.out, null, will);
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

  /** Writes what is done to the hardware if this process is killed. */
  public void leave(List<String> lastWill) {
    if (will != null) {
      will.leave(lastWill);
    }
  }

  /** Removes the crash cleanup, because all of it is done. */
  public void takeBack() {
    if (will != null) {
      will.takeBack();
    }
  }
}
