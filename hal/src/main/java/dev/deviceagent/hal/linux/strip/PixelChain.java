package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.linux.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.BoardProfile.Spi;
import dev.deviceagent.hal.linux.bus.BytesOut;
import org.jspecify.annotations.Nullable;

/**
 * Pixels one behind the other on one wire. A picture is turned to how they are wired, made into
 * {@link Levels}, and encoded for their chips, all in buffers of its own, so that a moving picture
 * makes no garbage. For any thread; one call at a time gets through.
 */
public final class PixelChain implements Strip {
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
   * @param out for this strip only, its clock as {@link #hertz} says
   * @param power switched on before the first frame and after every failure; null where the supply
   *     is always on
   */
  public PixelChain(PixelStrip wiring, BytesOut out, @Nullable PowerSwitch power) {
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

  /** The clock of a strip's SPI bus: what the board's file says, but for pixels with a beat. */
  public static int hertz(Chipset chipset, Spi spi) {
    return switch (chipset) {
      case APA102 -> spi.hertz();
      case WS2812 -> Ws2812Code.HERTZ;
    };
  }

  /** The bytes of a picture that is dark. */
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

  /** Opens the wire; nothing is sent, and the supply stays as it is. */
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
      throw new IllegalArgumentException(rgb.length + " colours for " + wired.length + " pixels");
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
