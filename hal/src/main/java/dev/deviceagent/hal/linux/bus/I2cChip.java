package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.i2c.I2C;
import dev.deviceagent.hal.HalException;

/** A chip behind Pi4J's I²C. */
final class I2cChip implements I2cPort {
  private final String where;
  private final Reopened<I2C> chip;

  I2cChip(String where, Reopened<I2C> chip) {
    this.where = where;
    this.chip = chip;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public void write(byte... bytes) throws HalException {
    chip.use(i2c -> i2c.write(bytes, 0, bytes.length));
  }

  @Override
  public byte[] read(int register, int count) throws HalException {
    return chip.use(i2c -> {
      var bytes = new byte[count];
      i2c.readRegister(register, bytes, 0, count);
      return bytes;
    });
  }
}
