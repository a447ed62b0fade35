package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;

/** A screen that checks the size of its pictures and shows nothing. */
final class SimDisplay extends SimDevice implements Display {
  private static final int WIDTH = 128;
  private static final int HEIGHT = 64;

  SimDisplay(SimBoard.Pause pause) {
    super("display", pause);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void show(Picture picture) throws HalException {
    begin();
    if (picture.width() != WIDTH || picture.height() != HEIGHT) {
      throw new IllegalArgumentException(
          picture.width() + " by " + picture.height() + " pixels given for a screen of 128 by 64");
    }
  }
}
