package dev.deviceagent.hal.linux.display;

import dev.deviceagent.hal.linux.profile.BoardProfile.Controller;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import java.io.ByteArrayOutputStream;

/**
 * The commands of the two controllers, as bytes. Each transfer starts with its control byte
 * (SSD1306 rev 1.5, 8.1.5.2; SH1106 V2.3, "I²C-bus interface"). Pure functions.
 *
 * <p>The controllers differ in three ways. The charge pump of the SSD1306 is 8Dh; the DC-DC of the
 * SH1106 is ADh. The SSD1306 has several addressing modes; addressing by pages, used here, is the
 * only mode of the SH1106. The memory of the SH1106 is 132 columns wide, of which the panel shows
 * the middle 128.
 */
final class OledCommands {
  static final int WIDTH = 128;
  static final int PAGES = 8;

  /** The control byte before pixels; before commands it is 0. */
  static final byte PIXELS = 0x40;

  private static final byte COMMANDS = 0x00;

  private OledCommands() {}

  /** Does nothing, which is enough to learn whether the panel answers. */
  static byte[] nothing() {
    return bytes(0xE3);
  }

  static byte[] on() {
    return bytes(0xAF);
  }

  /** Makes the panel dark and puts it to sleep. It keeps its memory and settings. */
  static byte[] off() {
    return bytes(0xAE);
  }

  /**
   * Initialises the panel. It stays dark, since its memory holds noise. The values for the SSD1306
   * are those of its flow chart (application note in rev 1.1, figure 2) and, for a supply by the
   * charge pump, those of the panel's vendor (Univision UG-2864HSWEG01, 4.4). The values for the
   * SH1106 are the defaults of its datasheet; they are sent because the chip may have been in use
   * before.
   */
  static byte[] begin(Panel panel) {
    int segments = panel.isUpsideDown() ? 0xA0 : 0xA1; // columns from the left, or from the right
    int rows = panel.isUpsideDown() ? 0xC0 : 0xC8; // rows downwards, or upwards
    int contrast = Math.round(panel.contrastPercent() * 255 / 100f);
    return switch (panel.controller()) {
      case SSD1306 ->
          bytes(
              0xAE, // off
              0xD5, 0x80, // clock: undivided, default frequency
              0xA8, 0x3F, // 64 rows
              0xD3, 0x00, // no row offset
              0x40, // start at the first row
              0x8D, 0x14, // charge pump on
              0x20, 0x02, // addressing by pages
              segments, rows, // orientation of the panel
              0xDA, 0x12, // rows: alternating, left and right not swapped
              0x81, contrast, // of 255
              0xD9, 0xF1, // precharge for the charge pump
              0xDB, 0x40, // V COMH
              0x2E, // no scrolling
              0xA4, // show the memory
              0xA6); // not inverted
      case SH1106 ->
          bytes(
              0xAE, // off
              0xD5, 0x50, // clock: undivided, default frequency
              0xA8, 0x3F, // 64 rows
              0xD3, 0x00, // no row offset
              0x40, // start at the first row
              0xAD, 0x8B, // DC-DC on
              0x32, // at 8.0 V
              segments, rows, // orientation of the panel
              0xDA, 0x12, // rows: alternating
              0x81, contrast, // of 255
              0xD9, 0x22, // precharge
              0xDB, 0x35, // V COM
              0xA4, // show the memory
              0xA6); // not inverted
    };
  }

  /** Addresses a page: the next pixels fill it from its left end. */
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
