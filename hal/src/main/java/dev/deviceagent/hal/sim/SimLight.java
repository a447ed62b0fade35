package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;

/** A lamp of any brightness and colour. */
final class SimLight extends SimDevice implements Light {
  private State state = SimBoard.OFF;

  SimLight(SimBoard.Pause pause) {
    super("light", pause);
  }

  @Override
  public boolean isDimmable() {
    return true;
  }

  @Override
  public boolean isColoured() {
    return true;
  }

  @Override
  public synchronized State state() throws HalException {
    begin();
    return state;
  }

  @Override
  public synchronized void set(State state) throws HalException {
    begin();
    this.state = state;
  }
}
