package dev.deviceagent.agent.systemd;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What systemd gives this process.
 *
 * @param crashCleanup null if nothing would read it
 */
public record Service(Notifier notifier, @Nullable CrashCleanup crashCleanup) {
  /** For a process without a service manager. */
  public static final Service NONE = new Service(Notifier.NONE, null);

  /**
   * Reads systemd's variables from the environment.
   *
   * @param environment {@link System#getenv()}
   * @param pid of this process
   */
  public static Service of(Map<String, String> environment, long pid) {
    return new Service(Notifier.of(environment, pid), CrashCleanup.of(environment, pid));
  }
}
