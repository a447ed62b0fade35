package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * Sends bytes over two GPIO lines that this process toggles, in SPI mode 0: the data line is set
 * while the clock is low, and the receiver samples it when the clock rises. Each bit costs two
 * system calls, so this is for a few pixels. A pause between bits does no harm, since an APA102 has
 * no fixed bit timing.
 */
final class TwoLineBytes implements BytesOut {
  private final String where;
  private final Reopened<LinePair> lines;

  TwoLineBytes(String where, Reopened<LinePair> lines) {
    this.where = where;
    this.lines = lines;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public void probe() throws HalException {
    lines.open();
  }

  @Override
  public void write(byte[] bytes) throws HalException {
    lines.use(pair -> send(pair, bytes));
  }

  private static boolean send(LinePair pair, byte[] bytes) throws HalException {
    for (byte value : bytes) {
      for (int bit = 7; bit >= 0; bit--) {
        boolean data = (value >> bit & 1) != 0;
        pair.set(data, false);
        pair.set(data, true);
      }
    }
    pair.set(false, false); // the clock idles low; otherwise the next first bit has no edge
    return true;
  }
}
