package dev.deviceagent.hal.linux.display;

import static dev.deviceagent.hal.linux.display.OledCommands.PAGES;
import static dev.deviceagent.hal.linux.display.OledCommands.PIXELS;
import static dev.deviceagent.hal.linux.display.OledCommands.WIDTH;

import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.linux.BoardProfile.Panel;
import dev.deviceagent.hal.linux.bus.I2cPort;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/**
 * A screen of 128 by 64 pixels with an SSD1306 or an SH1106. A page is eight rows: a byte for each
 * column, its upper pixel the least significant bit. Only pages that changed are sent, 12 ms each
 * on the Pi's usual bus of 100 kHz. After a failure the panel may have been without power, so that
 * everything is told it anew. For any thread; one call at a time gets through.
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

  /** What darkens it, as one I²C write. */
  public static byte[] off() {
    return OledCommands.off();
  }

  @Override
  public String where() {
    return port.where();
  }

  /** Tells the panel to do nothing, and hears whether it answers. */
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
          picture.width() + " by " + picture.height() + " pixels for a screen of 128 by 64");
    }
    boolean wasOn = isOn;
    isOn = false; // until all went well
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

  /** Makes {@link #next} one page of a picture. */
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

  /** Darkens it, if it shows something. A panel that does not answer is left as it is. */
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
          .warn("the screen keeps its last picture: {}", e.getMessage());
    }
  }
}
