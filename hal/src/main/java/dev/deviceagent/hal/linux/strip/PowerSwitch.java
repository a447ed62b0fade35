package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.HalException;

/** What switches a strip's supply. Not for two threads at once. */
@FunctionalInterface
public interface PowerSwitch {
  /** Opens the line if it is not open. */
  void set(boolean isOn) throws HalException;
}
