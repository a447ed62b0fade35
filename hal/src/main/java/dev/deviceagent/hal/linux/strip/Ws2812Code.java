package dev.deviceagent.hal.linux.strip;

import java.util.Arrays;

/**
 * WS2812, WS2812B and SK6812, whose one line has a beat of its own: each bit is a pulse, and how
 * long it is high says which. MOSI makes the pulses, four of its bits for one of theirs: 1000 for a
 * zero, 1100 for a one.
 *
 * <p>At 3.05 MHz a bit on MOSI lasts 328 ns, so a zero is high for 328 ns and a one for 656 ns,
 * which is inside of every datasheet: WS2812B 250..550 and 650..950, WS2812B-V5 220..380 and
 * 580..1000, SK6812 150..450 and 450..750. Three bits at 2.4 MHz are not (417 and 833 ns). The
 * lows, 984 and 656 ns, matter only against the end of a frame. The Pi's driver rounds the divider
 * up to an even one (spi-bcm2835.c, spi-dw-core.c), so on its clocks of 200 to 500 MHz this comes
 * out as 3.03 to 3.05 MHz; a core clock that changes meanwhile spoils it: {@code core_freq_min} in
 * config.txt.
 *
 * <p>Every byte ends low, so a gap between two bytes makes a low longer and never a high.
 *
 * <p>Where MOSI rests high, its fall is a bit to the first pixel, which then shows green. So a
 * frame begins with a whole reset, in which that bit is forgotten, as it ends with one.
 */
final class Ws2812Code implements PixelCode {
  /** The clock that these pulses are made for. */
  static final int HERTZ = 3_050_000;

  /** 315 µs: a WS2812B-V5 wants more than 280, the older ones more than 50. */
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

  /** Eight pulses, the most significant first; two to a byte. */
  private static int pulses(int level, byte[] frame, int from) {
    int at = from;
    for (int shift = 6; shift >= 0; shift -= 2) {
      int two = level >> shift;
      frame[at++] = (byte) (0b1000_1000 | (two & 2) << 5 | (two & 1) << 2);
    }
    return at;
  }
}
