package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;

/** A ring of pixels that shows nothing. It stores no frame, since its caller knows the last one. */
final class SimRing extends SimDevice implements Strip {
  private final int pixels;

  SimRing(int pixels, SimBoard.Pause pause) {
    super("ring", pause);
    this.pixels = pixels;
  }

  @Override
  public int pixels() {
    return pixels;
  }

  @Override
  public void show(int[] rgb) throws HalException {
    begin();
    if (rgb.length != pixels) {
      throw new IllegalArgumentException(rgb.length + " colours given for " + pixels + " pixels");
    }
  }
}
