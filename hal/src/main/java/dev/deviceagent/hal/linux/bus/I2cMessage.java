package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * struct i2c_msg of include/uapi/linux/i2c.h, in its 64-bit layout: one part of a combined
 * transfer. Each part begins with a start; only the last one ends with a stop.
 *
 * @param address the chip's, 7 bits
 * @param buffer the memory address of the bytes
 */
record I2cMessage(int address, boolean isRead, int bytes, long buffer) {
  // include/uapi/linux/i2c-dev.h
  static final long FUNCTIONALITY = 0x0705;
  static final long READ_WRITE = 0x0707;

  /** I2C_FUNC_I2C: the adapter does more than SMBus. */
  static final long PLAIN_I2C = 1;

  static final int BYTES = 16;

  private static final int FLAGS = 2;
  private static final int LENGTH = 4;
  private static final int BUFFER = 8;
  private static final short READ = 1;
  private static final int CALL_BYTES = 16;

  private void write(MemorySegment messages, long at) {
    messages.set(JAVA_SHORT, at, (short) address);
    messages.set(JAVA_SHORT, at + FLAGS, isRead ? READ : 0);
    messages.set(JAVA_SHORT, at + LENGTH, (short) bytes);
    messages.set(JAVA_LONG, at + BUFFER, buffer);
  }

  /** Writes the structs of some messages one after the other. */
  static MemorySegment structs(Arena arena, I2cMessage... messages) {
    var structs = arena.allocate((long) messages.length * BYTES, Long.BYTES);
    for (int i = 0; i < messages.length; i++) {
      messages[i].write(structs, (long) i * BYTES);
    }
    return structs;
  }

  /** struct i2c_rdwr_ioctl_data: the address of the messages, and their number. */
  static MemorySegment call(Arena arena, MemorySegment structs) {
    var call = arena.allocate(CALL_BYTES, Long.BYTES);
    call.set(JAVA_LONG, 0, structs.address());
    call.set(JAVA_INT, Long.BYTES, (int) (structs.byteSize() / BYTES));
    return call;
  }
}
