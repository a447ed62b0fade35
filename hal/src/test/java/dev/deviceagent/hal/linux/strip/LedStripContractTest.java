package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.contract.StripContract;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import org.junit.jupiter.api.Nested;

/** Strips on a wire keep the contract. */
class LedStripContractTest {
  abstract static class OnWire implements StripContract {
    private final FakeWire wire = new FakeWire();
    private final LedStrip strip;

    OnWire(Chipset chipset) {
      var spi = new Spi(0, 0, 8_000_000);
      strip =
          new LedStrip(
              new PixelStrip(chipset, spi, 5, 0, false, "RGB", 100, 500, 60, null), wire, null);
    }

    @Override
    public Strip device() {
      return strip;
    }

    @Override
    public void unplug() {
      wire.isBroken = true;
    }

    @Override
    public void plugIn() {
      wire.isBroken = false;
    }
  }

  @Nested
  class Apa102 extends OnWire {
    Apa102() {
      super(Chipset.APA102);
    }
  }

  @Nested
  class Ws2812 extends OnWire {
    Ws2812() {
      super(Chipset.WS2812);
    }
  }
}
