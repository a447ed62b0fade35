package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.HalException;
import java.util.concurrent.atomic.AtomicInteger;

/** A silent chime that counts its rings. */
final class SimChime extends SimDevice implements Chime {
  private final AtomicInteger rings = new AtomicInteger();

  SimChime(SimBoard.Pause pause) {
    super("chime", pause);
  }

  int rings() {
    return rings.get();
  }

  @Override
  public void ring() throws HalException {
    begin();
    rings.incrementAndGet();
  }
}
