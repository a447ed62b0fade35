package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;

/**
 * A wire that bytes go out on, most significant bit first: an SPI bus's MOSI, or two GPIO lines.
 * Opened when it is first used, and again after a failure. Not for two threads at once.
 */
public interface BytesOut {
  /** The device's path. */
  String where();

  /** Opens it if it is not open. */
  void probe() throws HalException;

  /** Sends all of them without a gap that the receiver could take for an end. Blocks. */
  void write(byte[] bytes) throws HalException;
}
