package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * A GPIO line that something is switched by. Taken inactive when it is first used, and again after
 * a failure; inactive at the end. For any thread, one at a time.
 */
public interface LineOut {
  String where();

  /** Whether it is on, as the kernel has it, whichever level that is. */
  boolean isActive() throws HalException;

  void set(boolean active) throws HalException;
}
