package dev.deviceagent.machine.pi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The time for which the threads of a process have run on this host's processors, and the time for
 * which they have waited for one (Documentation/scheduler/sched-stats.rst). Both are 0 if the
 * kernel does not count them.
 */
record ProcessLoad(double ranSeconds, double waitedSeconds) {
  static ProcessLoad of(long pid) throws IOException {
    double ran = 0;
    double waited = 0;
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var thread : threads) {
        var file = thread.resolve("schedstat");
        if (Files.exists(file)) {
          var nanos = Files.readString(file).split(" ", -1);
          ran += Long.parseLong(nanos[0]) / 1e9;
          waited += Long.parseLong(nanos[1]) / 1e9;
        }
      }
    }
    return new ProcessLoad(ran, waited);
  }

  ProcessLoad since(ProcessLoad before) {
    return new ProcessLoad(ranSeconds - before.ranSeconds, waitedSeconds - before.waitedSeconds);
  }

  /** Whether the process has waited too long for a fair verdict on a tenth of a second. */
  boolean isHeldUp() {
    return waitedSeconds > ranSeconds / 2;
  }

  @Override
  public String toString() {
    return "ran for %.2f s and waited for %.2f s".formatted(ranSeconds, waitedSeconds);
  }
}
