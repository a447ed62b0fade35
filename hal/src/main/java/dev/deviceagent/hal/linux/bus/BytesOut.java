package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * An output for bytes, most significant bit first: MOSI of an SPI bus, or two GPIO lines. It is
 * opened at its first use, and again after a failure. One thread at a time.
 */
public interface BytesOut {
  /** The path of the device. */
  String where();

  /** Opens the output if it is not open. */
  void probe() throws HalException;

  /** Sends all bytes without a gap that the receiver could take for the end of a frame. Blocks. */
  void write(byte[] bytes) throws HalException;
}
