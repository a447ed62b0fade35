package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A switch that is initially open, as on many sound cards. */
final class SimMicrophone extends SimDevice implements Microphone {
  private volatile SimBoard.@Nullable MicrophoneListener listener;
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
  public synchronized boolean open(BooleanSupplier isStillWanted) throws HalException {
    begin();
    if (!isStillWanted.getAsBoolean()) {
      return false;
    }
    move(true);
    return true;
  }

  @Override
  public synchronized void shut() throws HalException {
    begin();
    move(false);
  }

  void listen(SimBoard.MicrophoneListener listener) {
    this.listener = listener;
  }

  private void move(boolean open) {
    this.open = open;
    var told = listener;
    if (told != null) {
      told.moved(open, System.nanoTime());
    }
  }
}
