package dev.deviceagent.hal.linux.bus;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmPolarity;
import com.pi4j.io.spi.Spi;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Pi4J's context with our providers, and access to the wires behind it. The context is created when
 * the first wire is used. A missing bus or chip does not prevent that, since each is searched for
 * when it is used. The methods that return a {@link LineOut}, {@link BytesOut}, {@link I2cPort} or
 * {@link PwmOut} open nothing and never throw. Any thread.
 */
public final class Pi4jContext implements AutoCloseable {
  // The highest numbers that Pi4J supports (SpiBus, SpiChipSelect).
  private static final int LAST_SPI_BUS = 6;
  private static final int LAST_SPI_CHIP = 10;

  private final Path devices;
  private final Path system;
  private final GpioChips chips;
  private final ThreadFactory threads;
  private final List<Reopened<?>> doors = new CopyOnWriteArrayList<>();
  private @Nullable Opened opened;

  /** Pi4J's context, and those of our providers that offer more than Pi4J's interfaces. */
  private record Opened(Context pi4j, GpioInputs inputs, PwmChannels pwm) {}

  /**
   * @param devices the folder of the character devices: {@code /dev}
   * @param labels possible labels of the GPIO chip that the line numbers refer to
   * @param threads creates one thread for each input, which waits for its edges
   */
  public Pi4jContext(Path devices, List<String> labels, ThreadFactory threads) {
    this(devices, Path.of("/sys"), labels, threads);
  }

  /**
   * @param system {@code /sys}
   */
  Pi4jContext(Path devices, Path system, List<String> labels, ThreadFactory threads) {
    this.devices = devices;
    this.system = system;
    this.chips = new GpioChips(devices, labels);
    this.threads = threads;
  }

  /**
   * The name that {@code gpioinfo} shows for a line: this program, and what it uses the line for.
   */
  static String consumer(String id) {
    return "device-agent " + id;
  }

  /** Requests a line as an input. */
  public LineIn input(String id, int line, LineIn.Pull pull) throws HalException {
    var bias =
        switch (pull) {
          case UP -> PullResistance.PULL_UP;
          case DOWN -> PullResistance.PULL_DOWN;
          case AS_IS -> PullResistance.OFF;
        };
    return created(
        "gpio line " + line,
        open ->
            open.inputs()
                .create(
                    DigitalInput.newConfigBuilder(open.pi4j()).id(id).bcm(line).pull(bias).build())
                .line());
  }

  /** A line as an output. */
  public LineOut line(String id, int line, boolean activeLow) {
    var where = "gpio line " + line;
    Reopened<DigitalOutput> output =
        door(id, where, open -> output(open.pi4j(), id, line, activeLow));
    return new LineWire(where, activeLow, output);
  }

  /** The line has its level from the start, and again at shutdown. */
  private static DigitalOutput output(Context pi4j, String id, int line, boolean high) {
    var level = DigitalState.getState(high);
    return pi4j.create(
        DigitalOutput.newConfigBuilder(pi4j)
            .id(id)
            .bcm(line)
            .initial(level)
            .shutdown(level)
            .build());
  }

  /** A chip select of an SPI bus, in mode 0. */
  public BytesOut spi(String id, int bus, int chip, int hertz) {
    var where = devices + "/spidev" + bus + "." + chip;
    Reopened<Spi> spi = door(id, where, open -> spi(open.pi4j(), id, bus, chip, hertz));
    return new SpiBytes(where, spi);
  }

  private Spi spi(Context pi4j, String id, int bus, int chip, int hertz) throws HalException {
    if (bus > LAST_SPI_BUS || chip > LAST_SPI_CHIP) {
      throw new HalException(
          Kind.UNSUPPORTED,
          devices + "/spidev" + bus + "." + chip,
          "Pi4J supports buses up to " + LAST_SPI_BUS + " and chips up to " + LAST_SPI_CHIP,
          "wire the device to another bus or chip select");
    }
    return pi4j.create(
        Spi.newConfigBuilder(pi4j).id(id).bus(bus).channel(chip).baud(hertz).mode(0).build());
  }

  /** Two GPIO lines that this process toggles, instead of an SPI bus; for a few bytes. */
  public BytesOut twoLines(String id, int data, int clock) {
    var where = "gpio lines " + data + " and " + clock;
    var lines =
        new Reopened<LinePair>(
            where, () -> chips.find().pair(data, clock, consumer(id)), LinePair::close);
    doors.add(lines);
    return new TwoLineBytes(where, lines);
  }

  /**
   * A chip on an I²C bus.
   *
   * @param address 7 bits
   */
  public I2cPort i2c(String id, int bus, int address) {
    var where = "%s/i2c-%d address 0x%02x".formatted(devices, bus, address);
    Reopened<I2C> chip =
        door(
            id,
            where,
            open -> {
              var config = I2C.newConfigBuilder(open.pi4j()).id(id).bus(bus).device(address);
              return open.pi4j().create(config.build());
            });
    return new I2cChip(where, chip);
  }

  /**
   * A PWM channel.
   *
   * @param names device names of its chip, or the chip's number; the first one that exists is used
   */
  public PwmOut pwm(String id, List<String> names, int channel, int hertz, boolean activeLow) {
    var where = "pwm " + String.join(" or ", names) + " channel " + channel;
    Reopened<PwmChannels.Channel> pwm =
        door(
            id,
            where,
            open ->
                open.pwm()
                    .create(
                        Pwm.newConfigBuilder(open.pi4j())
                            .id(id)
                            .chip(pwmChips().number(names))
                            .channel(channel)
                            .frequency(hertz)
                            .polarity(activeLow ? PwmPolarity.INVERSED : PwmPolarity.NORMAL)
                            .shutdown(0)
                            .build()));
    return new PwmWire(where, pwm);
  }

  private PwmChips pwmChips() {
    return new PwmChips(system.resolve("class/pwm"));
  }

  private <D> Reopened<D> door(String id, String where, Reopened.Use<Opened, D> creating) {
    var door = new Reopened<D>(where, () -> created(where, creating), _ -> shutDown(id));
    doors.add(door);
    return door;
  }

  private <D> D created(String where, Reopened.Use<Opened, D> creating) throws HalException {
    try {
      return creating.of(opened());
    } catch (IOException e) {
      throw Reopened.unwrapped(where, e);
    }
  }

  private synchronized Opened opened() {
    if (opened == null) {
      var inputs = new GpioInputs(chips, threads);
      var pwm = new PwmChannels(pwmChips());
      var limit = new SpiLimit(system.resolve("module/spidev/parameters/bufsiz"));
      var pi4j =
          Pi4J.newContextBuilder()
              .add(
                  inputs,
                  new GpioOutputs(chips),
                  new SpiBuses(devices, limit),
                  new I2cBuses(devices),
                  pwm)
              .build();
      opened = new Opened(pi4j, inputs, pwm);
    }
    return opened;
  }

  private synchronized void shutDown(String id) {
    if (opened != null && opened.pi4j().registry().exists(id)) {
      opened.pi4j().shutdown(id);
    }
  }

  /**
   * Closes the wires without the lock of this object, since a wire in use holds its lock while it
   * opens the context.
   */
  @Override
  public void close() {
    doors.forEach(Reopened::close);
    synchronized (this) {
      if (opened != null) {
        opened.pi4j().shutdown();
        opened = null;
      }
    }
  }
}
