package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * One chip on an I²C bus. The bus is opened at its first use, and again after a failure. Any
 * thread, one call at a time.
 */
public interface I2cPort {
  /** The path of the bus and the address of the chip: {@code /dev/i2c-1 address 0x36}. */
  String where();

  /**
   * Sends bytes in one transfer.
   *
   * @throws HalException {@code ABSENT} if there is no bus, or no chip answers
   */
  void write(byte... bytes) throws HalException;

  /**
   * Sends the number of a register and reads from that register on, in one transfer with a repeated
   * start.
   *
   * @throws HalException as {@link #write}
   */
  byte[] read(int register, int count) throws HalException;
}
