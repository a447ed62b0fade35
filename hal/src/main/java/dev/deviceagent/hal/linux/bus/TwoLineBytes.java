package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * Bytes over two GPIO lines that we move ourselves, as SPI's mode 0: the data line has its level
 * while the clock is low, the receiver takes it as the clock rises. Each bit costs two calls of the
 * kernel, so it is for a few pixels; a pause between bits does no harm, since an APA102 has no beat
 * of its own.
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
    pair.set(false, false); // the clock rests low, or the next first bit has no edge
    return true;
  }
}
