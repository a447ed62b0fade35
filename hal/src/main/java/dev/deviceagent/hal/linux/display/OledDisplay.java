package dev.deviceagent.hal.linux.display;

import static dev.deviceagent.hal.linux.display.OledCommands.PAGES;
import static dev.deviceagent.hal.linux.display.OledCommands.PIXELS;
import static dev.deviceagent.hal.linux.display.OledCommands.WIDTH;

import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/**
 * A screen of 128 by 64 pixels with an SSD1306 or an SH1106. A page is eight rows. It has one byte
 * per column, whose least significant bit is the upper pixel. Only changed pages are sent, each in
 * 12 ms on the Pi's default bus clock of 100 kHz. After a failure the panel may have lost its
 * power, so the next picture repeats the setup and all pages. Any thread; calls are serialised.
 */
public final class OledDisplay implements Display, AutoCloseable {
  private static final int HEIGHT = PAGES * 8;

  private final Panel panel;
  private final I2cPort port;
  private final byte[][] shown = new byte[PAGES][1 + WIDTH];
  private final byte[] next = new byte[1 + WIDTH];
  private boolean isOn;

  public OledDisplay(Panel panel, I2cPort port) {
    this.panel = panel;
    this.port = port;
  }

  /** The bytes that make the panel dark, as one I²C write. */
  public static byte[] off() {
    return OledCommands.off();
  }

  @Override
  public String where() {
    return port.where();
  }

  /** Sends a command that does nothing, and checks that the panel answers. */
  @Override
  public synchronized void probe() throws HalException {
    port.write(OledCommands.nothing());
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
  public synchronized void show(Picture picture) throws HalException {
    if (picture.width() != WIDTH || picture.height() != HEIGHT) {
      throw new IllegalArgumentException(
          picture.width() + " by " + picture.height() + " pixels given for a screen of 128 by 64");
    }
    boolean wasOn = isOn;
    isOn = false; // until everything has succeeded
    if (!wasOn) {
      port.write(OledCommands.begin(panel));
    }
    for (int page = 0; page < PAGES; page++) {
      draw(picture, page);
      if (!wasOn || !Arrays.equals(next, shown[page])) {
        port.write(OledCommands.page(panel.controller(), page));
        port.write(next);
        System.arraycopy(next, 0, shown[page], 0, next.length);
      }
    }
    if (!wasOn) {
      port.write(OledCommands.on());
    }
    isOn = true;
  }

  /** Renders one page of a picture into {@link #next}. */
  private void draw(Picture picture, int page) {
    next[0] = PIXELS;
    for (int x = 0; x < WIDTH; x++) {
      int column = 0;
      for (int bit = 0; bit < 8; bit++) {
        if (picture.isLit(x, page * 8 + bit)) {
          column |= 1 << bit;
        }
      }
      next[1 + x] = (byte) column;
    }
  }

  /** Makes the panel dark if it shows something. A panel that does not answer is left unchanged. */
  @Override
  public synchronized void close() {
    if (!isOn) {
      return;
    }
    isOn = false;
    try {
      port.write(OledCommands.off());
    } catch (HalException e) {
      LoggerFactory.getLogger(OledDisplay.class)
          .warn(
              "the screen could not be turned off and keeps its last picture: {}", e.getMessage());
    }
  }
}
