package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.linux.bus.BytesOut;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import org.jspecify.annotations.Nullable;

/**
 * Pixels in series on one wire. A frame is rotated to match the wiring, converted by {@link
 * Levels}, and encoded for the chips. All of this reuses the same buffers, so that an animation
 * makes no garbage. Any thread; calls are serialised.
 */
public final class LedStrip implements Strip {
  private final PixelStrip wiring;
  private final BytesOut out;
  private final @Nullable PowerSwitch power;
  private final ColourOrder order;
  private final Levels levels;
  private final PixelCode code;
  private final int[] wired;
  private final byte[] frame;
  private boolean isPowered;

  /**
   * @param out for this strip only, with the clock that {@link #hertz} returns
   * @param power switched on before the first frame and after every failure; null if the supply is
   *     always on
   */
  public LedStrip(PixelStrip wiring, BytesOut out, @Nullable PowerSwitch power) {
    this.wiring = wiring;
    this.out = out;
    this.power = power;
    order = ColourOrder.of(wiring.order());
    levels =
        new Levels(wiring.brightnessPercent(), wiring.limitMilliamps(), wiring.fullMilliamps());
    code = PixelCode.of(wiring.chipset());
    wired = new int[wiring.pixels()];
    frame = new byte[code.frameBytes(wiring.pixels())];
  }

  /**
   * The clock of a strip's SPI bus: from the board file, unless the chips have a fixed bit timing.
   */
  public static int hertz(Chipset chipset, Spi spi) {
    return switch (chipset) {
      case APA102 -> spi.hertz();
      case WS2812 -> Ws2812Code.HERTZ;
    };
  }

  /** The bytes of a dark frame. */
  public static byte[] dark(PixelStrip wiring) {
    var code = PixelCode.of(wiring.chipset());
    var frame = new byte[code.frameBytes(wiring.pixels())];
    code.encode(new int[wiring.pixels()], ColourOrder.of(wiring.order()), frame);
    return frame;
  }

  @Override
  public String where() {
    return out.where();
  }

  /** Opens the wire. Sends nothing, and does not switch the supply. */
  @Override
  public synchronized void probe() throws HalException {
    out.probe();
  }

  @Override
  public int pixels() {
    return wiring.pixels();
  }

  @Override
  public synchronized void show(int[] rgb) throws HalException {
    if (rgb.length != wired.length) {
      throw new IllegalArgumentException(
          rgb.length + " colours given for " + wired.length + " pixels");
    }
    for (int i = 0; i < rgb.length; i++) {
      int at = wiring.start() + (wiring.isReversed() ? -i : i);
      wired[Math.floorMod(at, wired.length)] = rgb[i];
    }
    levels.apply(wired);
    code.encode(wired, order, frame);
    boolean isSent = false;
    try {
      switchOn();
      out.write(frame);
      isSent = true;
    } finally {
      isPowered = isSent;
    }
  }

  private void switchOn() throws HalException {
    if (power != null && !isPowered) {
      power.set(true);
    }
  }
}
