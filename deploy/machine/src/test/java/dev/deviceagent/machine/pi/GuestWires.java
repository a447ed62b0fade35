package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The lines of the machine's GPIO chip, a PL061 with eight lines, as the outside world drives and
 * reads them. Two edges of one line in less than 10 ms may be missed.
 */
final class GuestWires {
  /** The lines of board.yaml. */
  static final int BUTTON = 0;

  static final int LAMP = 1;

  /** The light that shows what the AI is doing. */
  static final int LIGHT = 2;

  /**
   * The address is from QEMU's hw/arm/virt.c; the register for the data of all lines is from the
   * PL061's manual.
   */
  private static final long DATA = 0x9030000 + 0x3fc;

  private final Qtest qtest;
  private final String chip;
  private final List<Edge> edges = new ArrayList<>();

  /** A change of an output, and its time by {@link System#nanoTime}. */
  record Edge(int line, boolean high, long nanos) {}

  GuestWires(Qtest qtest, QemuMonitor monitor) throws IOException {
    this.qtest = qtest;
    var devices = monitor.command("qom-list /machine/unattached");
    var name = Pattern.compile("(device\\[\\d+\\]) \\(child<pl061>\\)").matcher(devices);
    if (!name.find()) {
      throw new IOException("this machine has no PL061");
    }
    chip = "/machine/unattached/" + name.group(1);
    qtest.watch(chip, line -> add(line, true), line -> add(line, false));
  }

  private void add(int line, boolean high) {
    synchronized (edges) {
      edges.add(new Edge(line, high, System.nanoTime()));
    }
  }

  /** Pulls the button's line to ground, as a press does. */
  void press() throws IOException {
    pull(BUTTON, false);
  }

  void release() throws IOException {
    pull(BUTTON, true);
  }

  void press(Duration time) throws IOException {
    press();
    Polling.pause(time);
    release();
  }

  void pull(int line, boolean high) throws IOException {
    qtest.command("set_irq_in %s unnamed-gpio-in %d %d".formatted(chip, line, high ? 1 : 0));
  }

  /** The current level of a line, whether an input or an output. */
  boolean isHigh(int line) throws IOException {
    return (qtest.read(DATA) >> line & 1) == 1;
  }

  /** The edges of the outputs since the last call. */
  List<Edge> takeEdges() {
    synchronized (edges) {
      var taken = List.copyOf(edges);
      edges.clear();
      return taken;
    }
  }

  /** Waits until the line has this level. */
  void await(int line, boolean high, Duration time) {
    Polling.within(time)
        .alias("line %d is %s".formatted(line, high ? "high" : "low"))
        .until(() -> isHigh(line) == high);
  }

  /** Whether the light is dark within this time. */
  boolean goesDark(Duration time) {
    try {
      await(LIGHT, false, time);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
