package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/** A data and a clock line, whose levels are set together. */
interface LinePair extends AutoCloseable {
  void set(boolean data, boolean clock) throws HalException;

  @Override
  void close();
}
