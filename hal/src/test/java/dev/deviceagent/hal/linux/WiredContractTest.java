package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Strip;
import dev.deviceagent.hal.contract.LightContract;
import dev.deviceagent.hal.contract.Pluggable;
import dev.deviceagent.hal.contract.StripContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Lamps on wires keep the contracts, whatever their wires can do. */
class WiredContractTest {
  abstract static class Wired implements Pluggable {
    final List<FakeChannel> wires;

    Wired(FakeChannel... wires) {
      this.wires = List.of(wires);
    }

    List<Channel> channels() {
      return List.copyOf(wires);
    }

    @Override
    public void unplug() {
      wires.forEach(wire -> wire.isBroken = true);
    }

    @Override
    public void plugIn() {
      wires.forEach(wire -> wire.isBroken = false);
    }
  }

  abstract static class Lamp extends Wired implements LightContract {
    private final WiredLight light = new WiredLight(channels(), Light.Start.LAST);

    Lamp(FakeChannel... wires) {
      super(wires);
    }

    @Override
    public Light device() {
      return light;
    }
  }

  abstract static class Pixel extends Wired implements StripContract {
    private final WiredPixel pixel = new WiredPixel(channels(), 100);

    Pixel(FakeChannel... wires) {
      super(wires);
    }

    @Override
    public Strip device() {
      return pixel;
    }
  }

  private static FakeChannel wire(boolean isDimmable) {
    return new FakeChannel(isDimmable);
  }

  @Nested
  class OnOrOff extends Lamp {
    OnOrOff() {
      super(wire(false));
    }
  }

  @Nested
  class Dimmable extends Lamp {
    Dimmable() {
      super(wire(true));
    }
  }

  @Nested
  class OfThreeLines extends Lamp {
    OfThreeLines() {
      super(wire(false), wire(false), wire(false));
    }
  }

  @Nested
  class OfThreeDimmable extends Lamp {
    OfThreeDimmable() {
      super(wire(true), wire(true), wire(true));
    }
  }

  @Nested
  class OnePixelOfOneLine extends Pixel {
    OnePixelOfOneLine() {
      super(wire(false));
    }
  }

  @Nested
  class OnePixelOfThree extends Pixel {
    OnePixelOfThree() {
      super(wire(true), wire(true), wire(true));
    }
  }
}
