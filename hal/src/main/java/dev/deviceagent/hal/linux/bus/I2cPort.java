package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * One chip on an I²C bus. The bus is opened when it is first used, and again after a failure. For
 * any thread, one at a time.
 */
public interface I2cPort {
  /** The bus's path and the chip's address: {@code /dev/i2c-1 address 0x36}. */
  String where();

  /**
   * Sends bytes in one transfer.
   *
   * @throws HalException {@code ABSENT} where there is no bus, or no chip that answers
   */
  void write(byte... bytes) throws HalException;

  /**
   * Sends the register's number and reads from there, in one transfer with a repeated start.
   *
   * @throws HalException as {@link #write}
   */
  byte[] read(int register, int count) throws HalException;
}
