package dev.deviceagent.hal.linux.display;

import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.contract.DisplayContract;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.Controller;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;

/** The small screen keeps the contract. */
class OledContractTest implements DisplayContract {
  private boolean isThere = true;
  private final OledDisplay display =
      new OledDisplay(new Panel(Controller.SSD1306, 1, 0x3C, false, 100), new Port());

  private final class Port implements I2cPort {
    @Override
    public String where() {
      return "/dev/i2c-1 address 0x3c";
    }

    @Override
    public void write(byte... bytes) throws HalException {
      if (!isThere) {
        throw new HalException(Kind.ABSENT, where(), "does not answer", "check the wires");
      }
    }

    @Override
    public byte[] read(int register, int count) {
      throw new AssertionError("a screen is not read");
    }
  }

  @Override
  public Display device() {
    return display;
  }

  @Override
  public void unplug() {
    isThere = false;
  }

  @Override
  public void plugIn() {
    isThere = true;
  }
}
