package dev.deviceagent.machine.kernel;

import dev.deviceagent.machine.Polling;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the time from a change of the line's level to the report of a program. */
final class EdgeLatency {
  static final int PRESSES = 200;

  /** Longer than the debounce ignores edges. */
  private static final Duration HELD = Duration.ofMillis(50);

  private static final Duration RELEASED = Duration.ofMillis(35);

  private EdgeLatency() {}

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
      KernelHardware.press();
      pressed.await();
      micros.add((System.nanoTime() - start) / 1_000);
      Polling.pause(HELD);
      KernelHardware.release();
      released.await();
      Polling.pause(RELEASED);
      spin(i * 619L % 1000); // each press comes at another place between two ticks
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
  static List<Long> ofGpiomon() throws IOException, InterruptedException {
    var chip = KernelHardware.CHIP.getFileName().toString();
    var line = String.valueOf(KernelHardware.TALK);
    // libgpiod 1.6 (Debian 12) and 2 (Debian 13) have different options. Version 2 flushes each
    // line without an option.
    boolean isFirst = KernelHardware.output("gpiomon", "--version").contains("v1.");
    var command =
        isFirst
            ? List.of("gpiomon", "--line-buffered", "--falling-edge", chip, line)
            : List.of("gpiomon", "--edges", "falling", "--chip", chip, line);
    var gpiomon = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = gpiomon.inputReader()) {
      if (!isWatching(out)) {
        throw new IOException("gpiomon reports no edge of the line");
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
      KernelHardware.press();
      Polling.pause(HELD);
      KernelHardware.release();
      Polling.pause(HELD);
      if (out.ready()) {
        while (out.ready()) {
          out.readLine();
        }
        return true;
      }
    }
    return false;
  }

  /** The median, the 99th percentile and the worst of sorted times. */
  static String summary(List<Long> micros) {
    return "p50 %d us, p99 %d us, worst %d us"
        .formatted(
            micros.get(micros.size() / 2), micros.get(micros.size() * 99 / 100), micros.getLast());
  }
}
