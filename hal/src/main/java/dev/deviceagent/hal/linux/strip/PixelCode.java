package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;

/** The encoding for one kind of pixel. Stateless. */
sealed interface PixelCode permits Apa102Code, Ws2812Code {
  static PixelCode of(Chipset chipset) {
    return switch (chipset) {
      case APA102 -> new Apa102Code();
      case WS2812 -> new Ws2812Code();
    };
  }

  /** The length in bytes of a frame for this number of pixels. */
  int frameBytes(int pixels);

  /**
   * Writes a whole frame, and has no other effect.
   *
   * @param levels one 0xRRGGBB for each pixel, the one nearest to the wire first
   * @param frame of the length that {@link #frameBytes} returns
   */
  void encode(int[] levels, ColourOrder order, byte[] frame);
}
