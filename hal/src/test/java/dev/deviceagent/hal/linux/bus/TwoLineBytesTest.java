package dev.deviceagent.hal.linux.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import org.junit.jupiter.api.Test;

class TwoLineBytesTest {
  /** Records the levels, data before clock; if it is broken, fails at the third change. */
  private static final class Wires implements LinePair {
    private final StringBuilder levels;
    private final boolean isBroken;
    private int changes;

    Wires(StringBuilder levels, boolean isBroken) {
      this.levels = levels;
      this.isBroken = isBroken;
      levels.append("open ");
    }

    @Override
    public void set(boolean data, boolean clock) throws HalException {
      if (isBroken && ++changes == 3) {
        throw new HalException(Kind.FAILED, "lines", "broken", "mend");
      }
      levels.append(data ? 1 : 0).append(clock ? 1 : 0).append(' ');
    }

    @Override
    public void close() {
      levels.append("close ");
    }
  }

  private final StringBuilder levels = new StringBuilder();
  private boolean isBroken;
  private final Reopened<LinePair> lines =
      new Reopened<>("lines", () -> new Wires(levels, isBroken), LinePair::close);
  private final TwoLineBytes out = new TwoLineBytes("lines", lines);

  @Test
  void theDataIsThereBeforeTheClockRisesAndTheHighestBitIsFirst() throws HalException {
    out.write(new byte[] {(byte) 0xA1});
    assertEquals("open 10 11 00 01 10 11 00 01 00 01 00 01 00 01 10 11 00 ", levels.toString());
  }

  @Test
  void theLinesAreTakenOnceForManyWrites() throws HalException {
    out.probe();
    out.write(new byte[0]);
    out.write(new byte[0]);
    assertEquals("open 00 00 ", levels.toString());
  }

  @Test
  void afterAFailureTheLinesAreTakenAnew() throws HalException {
    isBroken = true;
    assertThrows(HalException.class, () -> out.write(new byte[1]));
    isBroken = false;
    out.write(new byte[0]);
    assertEquals("open 00 01 close open 00 ", levels.toString());
  }
}
