package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;

/** A switch; open when the board is made, as a sound card's often is. */
final class SimMicrophone extends SimDevice implements Microphone {
  private boolean open = true;

  SimMicrophone(SimBoard.Pause pause) {
    super("microphone", pause);
  }

  @Override
  public synchronized boolean isOpen() throws HalException {
    begin();
    return open;
  }

  @Override
  public synchronized void open() throws HalException {
    begin();
    open = true;
  }

  @Override
  public synchronized void shut() throws HalException {
    begin();
    open = false;
  }
}
