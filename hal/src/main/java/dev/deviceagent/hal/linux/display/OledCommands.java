package dev.deviceagent.hal.linux.display;

import dev.deviceagent.hal.linux.BoardProfile.Controller;
import dev.deviceagent.hal.linux.BoardProfile.Panel;
import java.io.ByteArrayOutputStream;

/**
 * What is said to the two controllers: bytes, each transfer with its control byte in front (SSD1306
 * rev 1.5, 8.1.5.2; SH1106 V2.3, "I²C-bus interface"). Pure.
 *
 * <p>They differ in three things. The SSD1306's charge pump is 8Dh, the SH1106's DC-DC is ADh. The
 * SSD1306 has addressing modes, of which this is the SH1106's only one, by pages. And the SH1106's
 * memory is 132 columns wide, of which the panel has the middle 128.
 */
final class OledCommands {
  static final int WIDTH = 128;
  static final int PAGES = 8;

  /** The control byte before pixels; before commands it is 0. */
  static final byte PIXELS = 0x40;

  private static final byte COMMANDS = 0x00;

  private OledCommands() {}

  /** Does nothing, which is enough to learn whether somebody answers. */
  static byte[] nothing() {
    return bytes(0xE3);
  }

  static byte[] on() {
    return bytes(0xAF);
  }

  /** Dark, and asleep. Its memory and its settings stay. */
  static byte[] off() {
    return bytes(0xAE);
  }

  /**
   * Everything that makes the panel usable; it stays dark, since its memory holds noise. The
   * SSD1306's values are those of its flow chart (application note in rev 1.1, figure 2) and, for a
   * supply made by the charge pump, of the panel's maker (Univision UG-2864HSWEG01, 4.4); the
   * SH1106's are its datasheet's own defaults, said again since the chip may have been used before.
   */
  static byte[] begin(Panel panel) {
    int segments = panel.isUpsideDown() ? 0xA0 : 0xA1; // from the left, or from the right
    int rows = panel.isUpsideDown() ? 0xC0 : 0xC8; // downwards, or upwards
    int contrast = Math.round(panel.contrastPercent() * 255 / 100f);
    return switch (panel.controller()) {
      case SSD1306 ->
          bytes(
              0xAE, // off
              0xD5, 0x80, // clock: undivided, the usual speed
              0xA8, 0x3F, // 64 rows
              0xD3, 0x00, // none of them shifted
              0x40, // the first one first
              0x8D, 0x14, // charge pump on
              0x20, 0x02, // by pages
              segments, rows, // as the panel hangs
              0xDA, 0x12, // rows: every other one, left and right as they are
              0x81, contrast, // of 255
              0xD9, 0xF1, // precharge for the charge pump
              0xDB, 0x40, // V COMH
              0x2E, // no scrolling
              0xA4, // show the memory
              0xA6); // not inverted
      case SH1106 ->
          bytes(
              0xAE, // off
              0xD5, 0x50, // clock: undivided, the usual speed
              0xA8, 0x3F, // 64 rows
              0xD3, 0x00, // none of them shifted
              0x40, // the first one first
              0xAD, 0x8B, // DC-DC on
              0x32, // at 8.0 V
              segments, rows, // as the panel hangs
              0xDA, 0x12, // rows: every other one
              0x81, contrast, // of 255
              0xD9, 0x22, // precharge
              0xDB, 0x35, // V COM
              0xA4, // show the memory
              0xA6); // not inverted
    };
  }

  /** The next pixels are a page's, from its left end. */
  static byte[] page(Controller controller, int page) {
    int column =
        switch (controller) {
          case SSD1306 -> 0;
          case SH1106 -> 2;
        };
    return bytes(0xB0 | page, column & 0x0F, 0x10 | column >> 4);
  }

  private static byte[] bytes(int... commands) {
    var bytes = new ByteArrayOutputStream(commands.length + 1);
    bytes.write(COMMANDS);
    for (int command : commands) {
      bytes.write(command);
    }
    return bytes.toByteArray();
  }
}
