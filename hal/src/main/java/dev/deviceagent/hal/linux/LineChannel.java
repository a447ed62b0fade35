package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.LineOut;

/** A GPIO line: on or off. */
final class LineChannel implements Channel {
  private static final int MIDDLE = 128;

  private final LineOut line;

  LineChannel(LineOut line) {
    this.line = line;
  }

  @Override
  public String where() {
    return line.where();
  }

  @Override
  public boolean isDimmable() {
    return false;
  }

  @Override
  public int level() throws HalException {
    return line.isActive() ? FULL : 0;
  }

  @Override
  public void set(int level) throws HalException {
    line.set(level >= MIDDLE);
  }
}
