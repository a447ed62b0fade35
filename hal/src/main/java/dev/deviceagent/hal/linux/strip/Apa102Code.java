package dev.deviceagent.hal.linux.strip;

import java.util.Arrays;

/**
 * APA102 and its near copy SK9822, which receive clocked bytes. A frame is 32 zero bits, then four
 * bytes per pixel, then an end that suits both chips. The source is two analyses by cpldcpu
 * ("Understanding the APA102 Superled", "SK9822: a clone of the APA102"); the datasheets are wrong
 * here.
 *
 * <ul>
 *   <li>An SK9822 shows its new colour only at the next 32 zero bits, so 32 zero bits follow the
 *       pixels. An APA102 ignores them.
 *   <li>Each pixel forwards its data half a clock later, so the last of n pixels needs (n + 1) / 2
 *       more clocks. Their data bits are zero too: ones would be a white pixel to any device after
 *       the last pixel.
 * </ul>
 *
 * <p>The five bits of brightness stay at 31. On an APA102 they control a second PWM of 400 to 600
 * Hz over the colours' 19 kHz, which flickers in a moving eye and in every camera. On an SK9822
 * they set the current. At 31 both look the same and neither flickers.
 */
final class Apa102Code implements PixelCode {
  private static final int START_BYTES = 4;
  private static final int PIXEL_BYTES = 4;
  private static final int RESET_BYTES = 4;
  private static final byte FULL = (byte) (0xE0 | 31);

  @Override
  public int frameBytes(int pixels) {
    int clocksBytes = pixels / 16 + 1;
    return START_BYTES + PIXEL_BYTES * pixels + RESET_BYTES + clocksBytes;
  }

  @Override
  public void encode(int[] levels, ColourOrder order, byte[] frame) {
    Arrays.fill(frame, (byte) 0);
    int at = START_BYTES;
    for (int level : levels) {
      frame[at++] = FULL;
      frame[at++] = (byte) (level >> order.first());
      frame[at++] = (byte) (level >> order.second());
      frame[at++] = (byte) (level >> order.third());
    }
  }
}
