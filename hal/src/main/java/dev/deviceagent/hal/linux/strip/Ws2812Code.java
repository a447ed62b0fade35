package dev.deviceagent.hal.linux.strip;

import java.util.Arrays;

/**
 * WS2812, WS2812B and SK6812, whose one line has a fixed bit timing. Each bit is a pulse, and the
 * time that the pulse is high is the value of the bit. MOSI generates the pulses, with four SPI
 * bits for one bit of the pixel: 1000 for a zero, 1100 for a one.
 *
 * <p>At 3.05 MHz an SPI bit lasts 328 ns, so a zero is high for 328 ns and a one for 656 ns. Both
 * are within the limits of every datasheet, in ns: WS2812B 250..550 and 650..950, WS2812B-V5
 * 220..380 and 580..1000, SK6812 150..450 and 450..750. Three SPI bits at 2.4 MHz are not (417 and
 * 833 ns). The low times, 984 and 656 ns, only have to be shorter than the end of a frame. The Pi's
 * driver rounds the divider up to an even one (spi-bcm2835.c, spi-dw-core.c), so its clocks of 200
 * to 500 MHz result in 3.03 to 3.05 MHz. A core clock that changes during a frame breaks the
 * timing; {@code core_freq_min} in config.txt prevents that.
 *
 * <p>Every byte ends low, so a gap between two bytes lengthens a low time and never a high time.
 *
 * <p>If MOSI idles high, its falling edge is a bit for the first pixel, which then shows green.
 * Therefore a frame begins with a whole reset, which discards that bit, and ends with another.
 */
final class Ws2812Code implements PixelCode {
  /** The clock that this encoding requires. */
  static final int HERTZ = 3_050_000;

  /** 315 µs: a WS2812B-V5 requires more than 280 µs, the older chips more than 50 µs. */
  private static final int RESET_BYTES = 120;

  private static final int PIXEL_BYTES = 12;

  @Override
  public int frameBytes(int pixels) {
    return RESET_BYTES + PIXEL_BYTES * pixels + RESET_BYTES;
  }

  @Override
  public void encode(int[] levels, ColourOrder order, byte[] frame) {
    Arrays.fill(frame, (byte) 0);
    int at = RESET_BYTES;
    for (int level : levels) {
      at = pulses(level >> order.first(), frame, at);
      at = pulses(level >> order.second(), frame, at);
      at = pulses(level >> order.third(), frame, at);
    }
  }

  /** Writes eight pulses, the most significant bit first, two per byte. */
  private static int pulses(int level, byte[] frame, int from) {
    int at = from;
    for (int shift = 6; shift >= 0; shift -= 2) {
      int two = level >> shift;
      frame[at++] = (byte) (0b1000_1000 | (two & 2) << 5 | (two & 1) << 2);
    }
    return at;
  }
}
