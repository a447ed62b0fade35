package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/**
 * struct spi_ioc_transfer of include/uapi/linux/spi/spidev.h: one of the transfers of a message,
 * during which the chip stays selected. The layout is the same on 32 and 64 bits.
 *
 * @param transmit the memory address of the bytes to send, or 0 to send zeros
 * @param receive the memory address for the received bytes, or 0 to discard them
 * @param bytes the number of bytes in each direction
 * @param delayMicros the delay before the next transfer
 */
record SpiTransfer(long transmit, long receive, int bytes, int hertz, int delayMicros) {
  static final int BYTES = 32;

  // _IOW('k', 1, u8), _IOW('k', 3, u8), _IOW('k', 4, u32)
  static final long WRITE_MODE = 0x40016B01L;
  static final long WRITE_BITS_PER_WORD = 0x40016B03L;
  static final long WRITE_MAX_SPEED_HZ = 0x40046B04L;

  static final byte BITS_PER_WORD = 8;

  private static final int RECEIVE = 8;
  private static final int LENGTH = 16;
  private static final int SPEED = 20;
  private static final int DELAY = 24;
  private static final int BITS = 26;

  /** SPI_IOC_MESSAGE(N), which is _IOW('k', 0, char[N * 32]). */
  static long message(int transfers) {
    return 0x40006B00L | ((long) transfers * BYTES) << 16;
  }

  /**
   * @param message 32 bytes for each transfer, initially zero
   */
  void write(MemorySegment message, int index) {
    long at = (long) index * BYTES;
    message.set(JAVA_LONG, at, transmit);
    message.set(JAVA_LONG, at + RECEIVE, receive);
    message.set(JAVA_INT, at + LENGTH, bytes);
    message.set(JAVA_INT, at + SPEED, hertz);
    message.set(JAVA_SHORT, at + DELAY, (short) delayMicros);
    message.set(JAVA_BYTE, at + BITS, BITS_PER_WORD);
  }
}
