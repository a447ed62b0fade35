package dev.deviceagent.hal.linux.bus;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import dev.deviceagent.hal.HalException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pi4J's SPI, on the kernel's spidev: eight bits per word, most significant bit first. */
final class SpiBuses extends SpiProviderBase implements SpiProvider {
  private final Path folder;
  private final SpiLimit limit;

  /**
   * @param folder the folder of the buses: {@code /dev}
   */
  SpiBuses(Path folder, SpiLimit limit) {
    super("spidev", "spidev: SPI");
    this.folder = folder;
    this.limit = limit;
  }

  @Override
  public Spi create(SpiConfig config) {
    int bus = config.bus().getBus();
    int chip = config.channel();
    var path = folder.resolve("spidev" + bus + "." + chip);
    var wire = new Wire(this, config, Node.of(path, "spi", ifAbsent(bus, chip)), limit);
    wire.open();
    try {
      context.registry().add(wire);
    } catch (IOException e) {
      wire.close();
      throw e;
    }
    return wire;
  }

  /** Names of the overlays: arch/arm/boot/dts/overlays/README of the Raspberry Pi kernel. */
  static String ifAbsent(int bus, int chip) {
    var line = bus == 0 ? "dtparam=spi=on" : "dtoverlay=spi" + bus + "-" + (chip + 1) + "cs";
    return "put " + line + " into /boot/firmware/config.txt and reboot";
  }

  /** One chip select of one bus. One transfer at a time; it blocks until all bits are sent. */
  private static final class Wire extends SpiBase {
    private final Node node;
    private final SpiLimit limit;
    private @Nullable DeviceFile file;
    private int mostBytes;

    Wire(SpiProvider provider, SpiConfig config, Node node, SpiLimit limit) {
      super(provider, config);
      this.node = node;
      this.limit = limit;
    }

    @Override
    public synchronized void open() {
      if (file != null) {
        return;
      }
      try {
        var opened = DeviceFile.open(node);
        try {
          configure(opened);
        } catch (HalException e) {
          opened.close();
          throw e;
        }
        file = opened;
        mostBytes = limit.bytes();
        isOpen = true;
      } catch (HalException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    private void configure(DeviceFile opened) throws HalException {
      try (var arena = Arena.ofConfined()) {
        var mode = arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) config.mode().getMode());
        opened.call(SpiTransfer.WRITE_MODE, mode, "set its mode");
        var bits = arena.allocateFrom(ValueLayout.JAVA_BYTE, SpiTransfer.BITS_PER_WORD);
        opened.call(SpiTransfer.WRITE_BITS_PER_WORD, bits, "set it to 8 bits per word");
        var hertz = arena.allocateFrom(ValueLayout.JAVA_INT, config.baud());
        opened.call(SpiTransfer.WRITE_MAX_SPEED_HZ, hertz, "set its clock to " + config.baud());
      }
    }

    @Override
    public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int count) {
      try (var arena = Arena.ofConfined()) {
        var out = copied(arena, write, writeOffset, count);
        var in = arena.allocate(Math.max(1, count));
        var message = arena.allocate(SpiTransfer.BYTES, Long.BYTES);
        transfer(out.address(), in.address(), count, 0).write(message, 0);
        send(message, count);
        MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, read, readOffset, count);
      }
      return count;
    }

    /** Sends two transfers as one message. A length of 0 omits either. */
    @Override
    public void writeThenRead(
        byte @Nullable [] write,
        int writeOffset,
        int writeLength,
        int delayMicros,
        byte @Nullable [] read,
        int readOffset,
        int readLength) {
      try (var arena = Arena.ofConfined()) {
        var in = arena.allocate(Math.max(1, readLength));
        var message = arena.allocate(2L * SpiTransfer.BYTES, Long.BYTES);
        int transfers = 0;
        if (write != null && writeLength > 0) {
          var out = copied(arena, write, writeOffset, writeLength);
          transfer(out.address(), 0, writeLength, delayMicros).write(message, transfers++);
        }
        if (read != null && readLength > 0) {
          transfer(0, in.address(), readLength, 0).write(message, transfers++);
        }
        if (transfers > 0) {
          send(
              message.asSlice(0, (long) transfers * SpiTransfer.BYTES),
              Math.addExact(writeLength, readLength));
        }
        if (read != null) {
          MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, read, readOffset, readLength);
        }
      }
    }

    private static MemorySegment copied(Arena arena, byte[] bytes, int offset, int count) {
      var copy = arena.allocate(Math.max(1, count));
      MemorySegment.copy(bytes, offset, copy, ValueLayout.JAVA_BYTE, 0, count);
      return copy;
    }

    private SpiTransfer transfer(long transmit, long receive, int count, int delayMicros) {
      return new SpiTransfer(transmit, receive, count, config.baud(), delayMicros);
    }

    /** Sends a message whole or not at all: the receiver takes a gap within it for its end. */
    private synchronized void send(MemorySegment message, int bytes) {
      open();
      int transfers = (int) (message.byteSize() / SpiTransfer.BYTES);
      try {
        SpiLimit.check(node.where(), bytes, mostBytes);
        if (file != null) {
          file.call(SpiTransfer.message(transfers), message, "send " + bytes + " bytes");
        }
      } catch (HalException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public int read() {
      var one = new byte[1];
      read(one);
      return one[0] & 0xFF;
    }

    @Override
    public int write(byte value) {
      return write(new byte[] {value}, 0, 1);
    }

    @Override
    public synchronized void close() {
      super.close();
      if (file != null) {
        file.close();
        file = null;
      }
    }

    @Override
    public Spi shutdownInternal(Context context) {
      close();
      super.shutdownInternal(context);
      return this;
    }
  }
}
