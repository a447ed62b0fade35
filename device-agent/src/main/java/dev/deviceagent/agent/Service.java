package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Look;
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
 * What the service manager and we are to each other: it is told how we are, as sd_notify(3) has it,
 * and left what is to be done should we be killed. For any thread. Where nobody manages this
 * process, nothing is told and nothing left.
 *
 * @param out takes an assignment: {@code READY=1}; false where the manager did not, as its queue is
 *     full or it is gone
 * @param watchdog within which time it wants to hear that we are alive; null where it does not
 * @param will what is left for after a crash; null where nobody would read it
 */
public record Service(
    Predicate<String> out, @Nullable Duration watchdog, @Nullable CrashCleanup will) {
  /** For a process that nobody manages. */
  public static final Service NONE = new Service(_ -> true, null, null);

  /**
   * From what systemd has put into the environment.
   *
   * @param environment {@link System#getenv()}
   * @param pid of this process: what is meant for a parent is not for us
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
      Logger.warn("the service manager hears nothing of us: {}", e.getMessage());
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
   * The board is open, the microphone shut, the link listening.
   *
   * @return whether the manager took it; else it waits for it, and must be told again
   */
  boolean ready() {
    return out.test("READY=1");
  }

  /**
   * @return whether the manager took it
   */
  boolean alive() {
    return out.test("WATCHDOG=1");
  }

  /**
   * @return whether the manager took it
   */
  boolean ending() {
    return out.test("STOPPING=1\nSTATUS=ending");
  }

  /**
   * @return whether the manager took it; else it shows the one before
   */
  boolean status(String words) {
    return out.test("STATUS=" + words);
  }

  /** Leaves what is to be done to the hardware should this process be killed. */
  void leave(List<String> lastWill) {
    if (will != null) {
      will.leave(lastWill);
    }
  }

  /** It has all been done. */
  void takeBack() {
    if (will != null) {
      will.takeBack();
    }
  }

  /** How it all is, in a line for a person. */
  static String words(Look look) {
    var words = new StringBuilder(look.state().word());
    if (look.offline() != null) {
      words.append(
          switch (look.offline()) {
            case NETWORK -> ": there is no network";
            case BRIDGE -> ": no bridge is connected";
            case ROOM -> ": the bridge is not in a room";
          });
    }
    words.append(look.microphoneOpen() ? "; microphone open" : "; microphone shut");
    if (look.muted()) {
      words.append(", muted by its owner");
    }
    if (look.batteryLow()) {
      words.append("; the battery is nearly empty");
    }
    return words.toString();
  }
}
