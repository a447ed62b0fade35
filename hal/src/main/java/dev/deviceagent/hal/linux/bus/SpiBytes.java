package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.spi.Spi;
import dev.deviceagent.hal.HalException;

/** Sends bytes over Pi4J's SPI, and ignores the bytes received. */
final class SpiBytes implements BytesOut {
  private final String where;
  private final Reopened<Spi> spi;

  SpiBytes(String where, Reopened<Spi> spi) {
    this.where = where;
    this.spi = spi;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public void probe() throws HalException {
    spi.open();
  }

  @Override
  public void write(byte[] bytes) throws HalException {
    spi.use(wire -> wire.write(bytes, 0, bytes.length));
  }
}
