package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** A requested line and those who listen to its edges. */
final class WatchedLine implements LineIn {
  private final GpioLine line;
  private final List<Edges> listeners = new CopyOnWriteArrayList<>();

  WatchedLine(GpioLine line) {
    this.line = line;
  }

  /** Blocks its thread, and passes on the edges until the line is released or its chip is gone. */
  void watch() {
    try {
      line.watch((isHigh, atNanos) -> listeners.forEach(one -> one.edge(isHigh, atNanos)));
    } catch (HalException e) {
      LoggerFactory.getLogger(WatchedLine.class)
          .error("presses of a button are no longer detected: {}", e.getMessage());
    }
  }

  @Override
  public void listen(Edges edges) {
    listeners.add(edges);
  }

  @Override
  public boolean isHigh() throws HalException {
    return line.isActive();
  }

  /** Ends {@link #watch}, which releases the line. */
  void release() {
    line.stopWatching();
  }
}
