import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the threads of a process have run on this host's processors, and how long they have
 * waited for one (Documentation/scheduler/sched-stats.rst). Both are 0 on a kernel that does not
 * count it.
 */
record Load(double ranSeconds, double waitedSeconds) {
  static Load of(long pid) throws IOException {
    double ran = 0;
    double waited = 0;
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var thread : threads) {
        var file = thread.resolve("schedstat");
        if (Files.exists(file)) {
          var nanos = Files.readString(file).split(" ");
          ran += Long.parseLong(nanos[0]) / 1e9;
          waited += Long.parseLong(nanos[1]) / 1e9;
        }
      }
    }
    return new Load(ran, waited);
  }

  Load since(Load before) {
    return new Load(ranSeconds - before.ranSeconds, waitedSeconds - before.waitedSeconds);
  }

  /**
   * Whether the host has made it wait for so long that no verdict on a tenth of a second is just.
   */
  boolean isHeldUp() {
    return waitedSeconds > ranSeconds / 2;
  }

  @Override
  public String toString() {
    return "ran for %.2f s and waited for %.2f s".formatted(ranSeconds, waitedSeconds);
  }
}
