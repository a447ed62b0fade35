package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/** A GPIO line that is watched. It is open until its context is closed. Any thread. */
public interface LineIn {
  /** The bias of the line while nothing drives it. */
  enum Pull {
    UP,
    DOWN,
    /** As the line is; the kernel is not asked to change it. */
    AS_IS
  }

  /** Receives every edge, including bounces. */
  interface Edges {
    /**
     * Called on the thread that waits for the edges of the line. Must not block.
     *
     * @param atNanos the kernel's timestamp: CLOCK_MONOTONIC, the clock of {@link
     *     System#nanoTime()}
     */
    void edge(boolean isHigh, long atNanos);
  }

  /** Reports every edge from now on. */
  void listen(Edges edges);

  /** Returns whether the line is high, as the kernel reports it. */
  boolean isHigh() throws HalException;
}
