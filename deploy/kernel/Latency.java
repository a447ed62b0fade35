import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures the time from a change of the line's level to the report of a program. */
final class Latency {
  private static final int PRESSES = 200;

  private Latency() {}

  /** Blocks until a program has reported the change. */
  interface Watcher {
    void await() throws IOException;
  }

  /**
   * Presses repeatedly.
   *
   * @param released waits for the release to be over
   * @return the times in microseconds, sorted
   */
  static List<Long> measure(Watcher pressed, Watcher released) throws IOException {
    var micros = new ArrayList<Long>();
    for (int i = 0; i < PRESSES; i++) {
      long start = System.nanoTime();
      Machine.press();
      pressed.await();
      micros.add((System.nanoTime() - start) / 1_000);
      // Longer than the debounce ignores edges, and at another place between two ticks each time.
      Machine.pause(50);
      Machine.release();
      released.await();
      Machine.pause(35);
      spin(i * 619L % 1000);
    }
    micros.sort(null);
    return micros;
  }

  private static void spin(long micros) {
    long end = System.nanoTime() + micros * 1000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Measures the same presses of the same line with libgpiod's own program. */
  static List<Long> ofGpiomon() throws Exception {
    var chip = Machine.CHIP.getFileName().toString();
    var line = String.valueOf(Machine.TALK);
    // libgpiod 1.6 (Debian 12) and 2 (Debian 13) have different options. Version 2 flushes each
    // line without an option.
    boolean isFirst = Machine.output("gpiomon", "--version").contains("v1.");
    var command =
        isFirst
            ? List.of("gpiomon", "--line-buffered", "--falling-edge", chip, line)
            : List.of("gpiomon", "--edges", "falling", "--chip", chip, line);
    var gpiomon = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = gpiomon.inputReader()) {
      if (!isWatching(out)) {
        throw new IOException("gpiomon says nothing of the line");
      }
      return measure(out::readLine, () -> {});
    } finally {
      gpiomon.destroy();
      gpiomon.waitFor();
    }
  }

  /** Presses until the program has reported a press. It takes a moment to start. */
  private static boolean isWatching(BufferedReader out) throws IOException {
    for (int i = 0; i < 50; i++) {
      Machine.press();
      Machine.pause(50);
      Machine.release();
      Machine.pause(50);
      if (out.ready()) {
        while (out.ready()) {
          out.readLine();
        }
        return true;
      }
    }
    return false;
  }

  static void print(String who, List<Long> micros) {
    System.out.printf(
        "        %-32s %5d %5d %5d%n",
        who,
        micros.get(micros.size() / 2),
        micros.get(micros.size() * 99 / 100),
        micros.getLast());
  }
}
