package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBusBase;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Pi4J's I²C, on the kernel's i2c-dev by combined transfers (I2C_RDWR), which no other program can
 * interrupt. These also reach an address that a kernel driver uses: i2c-dev refuses such an address
 * only if it is set with I2C_SLAVE.
 */
final class I2cBuses extends I2CProviderBase implements I2CProvider {
  private final Path folder;
  private final Map<Integer, Bus> buses = new ConcurrentHashMap<>();

  /**
   * @param folder the folder of the buses: {@code /dev}
   */
  I2cBuses(Path folder) {
    super("i2c-dev", "i2c-dev: I²C");
    this.folder = folder;
  }

  @Override
  public I2C create(I2CConfig config) {
    int number = config.bus();
    var node = Node.of(folder.resolve("i2c-" + number), "i2c", I2cErrors.ifAbsent(number));
    var bus = buses.computeIfAbsent(number, _ -> new Bus(config));
    try {
      var chip = new Chip(this, config, bus, opened(node));
      try {
        context.registry().add(chip);
      } catch (IOException e) {
        chip.close();
        throw e;
      }
      return chip;
    } catch (HalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static DeviceFile opened(Node node) throws HalException {
    var file = DeviceFile.open(node);
    try (var arena = Arena.ofConfined()) {
      var can = arena.allocate(ValueLayout.JAVA_LONG);
      file.call(I2cMessage.FUNCTIONALITY, can, "read its functionality");
      if ((can.get(ValueLayout.JAVA_LONG, 0) & I2cMessage.PLAIN_I2C) == 0) {
        throw I2cErrors.smbusOnly(node);
      }
      return file;
    } catch (HalException e) {
      file.close();
      throw e;
    }
  }

  /** Executes several transfers on a bus as one action, as Pi4J requires. */
  private static final class Bus extends I2CBusBase {
    Bus(I2CConfig config) {
      super(config);
    }

    @Override
    public <R> R execute(I2C chip, Callable<R> action) {
      return _execute(chip, action);
    }
  }

  /** One chip on a bus. Any thread: the kernel does one transfer at a time. */
  private static final class Chip extends I2CBase<Bus> {
    private final DeviceFile file;

    Chip(I2CProvider provider, I2CConfig config, Bus bus, DeviceFile file) {
      super(provider, config, bus);
      this.file = file;
      isOpen = true;
    }

    /** Writes and reads in one transfer with a repeated start. Either part may be omitted. */
    @Override
    public void writeThenRead(
        byte @Nullable [] write,
        int writeOffset,
        int writeLength,
        int delayMicros,
        byte @Nullable [] read,
        int readOffset,
        int readLength) {
      if (delayMicros != 0) {
        throw failed(
            new HalException(
                Kind.UNSUPPORTED,
                file.node().where(),
                "a pause within a transfer is not supported",
                "write and read in separate transfers"));
      }
      try (var arena = Arena.ofConfined()) {
        var out = arena.allocate(Math.max(1, writeLength));
        var in = arena.allocate(Math.max(1, readLength));
        var sent = new I2cMessage(device(), false, writeLength, out.address());
        var asked = new I2cMessage(device(), true, readLength, in.address());
        if (write != null) {
          MemorySegment.copy(write, writeOffset, out, ValueLayout.JAVA_BYTE, 0, writeLength);
        }
        if (write == null || read == null) {
          transfer(arena, read == null ? sent : asked);
        } else {
          transfer(arena, sent, asked);
        }
        if (read != null) {
          MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, read, readOffset, readLength);
        }
      }
    }

    private synchronized void transfer(Arena arena, I2cMessage... messages) {
      if (!isOpen) {
        throw failed(Errors.of(file.node(), "use it after it was closed", Libc.ENODEV));
      }
      var structs = I2cMessage.structs(arena, messages);
      int result = file.ask(I2cMessage.READ_WRITE, I2cMessage.call(arena, structs));
      if (result < 0) {
        throw failed(I2cErrors.of(file.node(), bus(), device(), result));
      }
    }

    private static IOException failed(HalException e) {
      return new IOException(e.getMessage(), e);
    }

    @Override
    public int read() {
      var one = new byte[1];
      read(one, 0, 1);
      return one[0] & 0xFF;
    }

    @Override
    public int write(byte value) {
      return write(new byte[] {value}, 0, 1);
    }

    @Override
    public int readRegister(int register) {
      var one = new byte[1];
      readRegister(register, one, 0, 1);
      return one[0] & 0xFF;
    }

    @Override
    public int readRegister(int register, byte[] buffer, int offset, int length) {
      return readRegister(new byte[] {(byte) register}, buffer, offset, length);
    }

    @Override
    public int readRegister(byte[] register, byte[] buffer, int offset, int length) {
      writeThenRead(register, 0, register.length, 0, buffer, offset, length);
      return length;
    }

    @Override
    public int writeRegister(int register, byte value) {
      return writeRegister(register, new byte[] {value}, 0, 1);
    }

    @Override
    public int writeRegister(int register, byte[] data, int offset, int length) {
      return writeRegister(new byte[] {(byte) register}, data, offset, length);
    }

    @Override
    public int writeRegister(byte[] register, byte[] data, int offset, int length) {
      var all = new byte[register.length + length];
      System.arraycopy(register, 0, all, 0, register.length);
      System.arraycopy(data, offset, all, register.length, length);
      write(all, 0, all.length);
      return length;
    }

    /** Called by Pi4J when it shuts the chip down. */
    @Override
    public synchronized void close() {
      if (isOpen) {
        super.close();
        file.close();
      }
    }
  }
}
