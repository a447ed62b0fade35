package dev.deviceagent.agent.systemd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The file that lists what {@code bin/last-will} does to the hardware if this process is killed.
 * Its first line, {@code process PID}, names the owner: the next process may replace the file with
 * its own before this process's helper reads it. Thread-safe.
 *
 * @param file in the service's runtime directory, where only this service writes
 * @param pid of this process
 */
public record CrashCleanup(Path file, long pid) {
  /** In the first folder of RUNTIME_DIRECTORY; null without that variable. */
  static @Nullable CrashCleanup of(Map<String, String> environment, long pid) {
    var runtime = environment.get("RUNTIME_DIRECTORY");
    return runtime == null
        ? null
        : new CrashCleanup(Path.of(runtime.split(":", -1)[0], "last-will"), pid);
  }

  /**
   * Writes the file atomically.
   *
   * @param acts done to the hardware if this process is killed; if empty, no file is needed
   */
  public void write(List<String> acts) {
    if (acts.isEmpty()) {
      return;
    }
    var lines = new ArrayList<String>();
    lines.add(owner());
    lines.addAll(acts);
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Logger.error(
          "cannot write the crash cleanup; if this process is killed, the microphone may stay open: {}",
          e.toString());
    }
  }

  /** Removes the file if it belongs to this process, because all of it is done. */
  public void remove() {
    try {
      if (isOurs()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      Logger.debug("{}", e.toString()); // running the cleanup again does no harm
    }
  }

  private boolean isOurs() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (var lines = Files.newBufferedReader(file)) {
      return owner().equals(lines.readLine());
    }
  }

  private String owner() {
    return "process\t" + pid;
  }
}
