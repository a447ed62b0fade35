package dev.deviceagent.hal.linux.strip;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.BytesOut;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Records the bytes written; fails while {@link #isBroken} is set. */
final class FakeWire implements BytesOut {
  final List<String> calls = new ArrayList<>();
  byte[] last = {};
  boolean isBroken;

  @Override
  public String where() {
    return "/dev/spidev0.0";
  }

  @Override
  public void probe() throws HalException {
    check("open");
    calls.add("probe");
  }

  private void check(String what) throws HalException {
    if (isBroken) {
      throw new HalException(Kind.FAILED, where(), "could not " + what, "see dmesg");
    }
  }

  @Override
  public void write(byte[] bytes) throws HalException {
    check("write");
    last = bytes;
    calls.add(HexFormat.of().formatHex(bytes));
  }
}
