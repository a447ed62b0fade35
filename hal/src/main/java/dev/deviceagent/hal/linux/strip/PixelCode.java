package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.linux.BoardProfile.Chipset;

/** How pixels of one kind want to be told. Without state. */
sealed interface PixelCode permits Apa102Code, Ws2812Code {
  static PixelCode of(Chipset chipset) {
    return switch (chipset) {
      case APA102 -> new Apa102Code();
      case WS2812 -> new Ws2812Code();
    };
  }

  /** How long a frame for so many pixels is. */
  int frameBytes(int pixels);

  /**
   * Writes a whole frame; nothing else is read or written.
   *
   * @param levels one 0xRRGGBB for each pixel, the one next to the wire first
   * @param frame as long as {@link #frameBytes} says
   */
  void encode(int[] levels, ColourOrder order, byte[] frame);
}
