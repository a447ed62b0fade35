package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.HalException;

/** Switches the supply of a strip. One thread at a time. */
@FunctionalInterface
public interface PowerSwitch {
  /** Switches the supply. Opens the line if it is not open. */
  void set(boolean isOn) throws HalException;
}
