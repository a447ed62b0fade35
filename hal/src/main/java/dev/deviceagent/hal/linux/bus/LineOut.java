package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * A GPIO line that switches something. It is requested inactive at its first use, and again after a
 * failure; it is inactive at the end. Any thread, one call at a time.
 */
public interface LineOut {
  String where();

  /** Returns whether the line is active, as the kernel reports it, regardless of its polarity. */
  boolean isActive() throws HalException;

  void set(boolean active) throws HalException;
}
