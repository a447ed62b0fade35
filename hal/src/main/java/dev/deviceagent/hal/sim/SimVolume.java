package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Volume;

/** A volume without a sound card. */
final class SimVolume extends SimDevice implements Volume {
  private int percent = 50;

  SimVolume(SimBoard.Pause pause) {
    super("volume", pause);
  }

  @Override
  public synchronized int percent() throws HalException {
    begin();
    return percent;
  }

  @Override
  public synchronized void set(int percent) throws HalException {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("the volume must be from 0 to 100: " + percent);
    }
    begin();
    this.percent = percent;
  }
}
