package dev.deviceagent.hal.linux.bus;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.deviceagent.hal.HalException;
import org.slf4j.LoggerFactory;

/**
 * Pi4J's digital outputs, on the kernel's character device. A line has its initial level from the
 * moment it is requested, so that a lamp that is lit by a low level does not flash at the start.
 */
final class GpioOutputs extends DigitalOutputProviderBase implements DigitalOutputProvider {
  private final GpioChips chips;

  GpioOutputs(GpioChips chips) {
    super("gpio-cdev-digital-output", "GPIO character device: outputs");
    this.chips = chips;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    try {
      boolean high = config.initialState() != null && config.initialState().isHigh();
      var line = chips.find().output(config.bcm(), high, false, Pi4jContext.consumer(config.id()));
      var output = new Output(this, config, line);
      context.registry().add(output);
      return output;
    } catch (HalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** One line. */
  private static final class Output extends DigitalOutputBase {
    private final GpioLine line;

    Output(DigitalOutputProvider provider, DigitalOutputConfig config, GpioLine line) {
      super(provider, config);
      this.line = line;
    }

    @Override
    public DigitalOutput state(DigitalState state) {
      try {
        line.set(state.isHigh());
      } catch (HalException e) {
        throw new IOException(e.getMessage(), e);
      }
      return super.state(state);
    }

    /** Queries the kernel; the level is not cached. */
    @Override
    public DigitalState state() {
      try {
        return DigitalState.getState(line.isActive());
      } catch (HalException e) {
        return DigitalState.UNKNOWN;
      }
    }

    /**
     * Throws nothing: Pi4J would keep an output that throws, and its line could not be requested
     * again.
     */
    @Override
    public DigitalOutput shutdownInternal(Context context) {
      try {
        super.shutdownInternal(context);
      } catch (ShutdownException e) {
        LoggerFactory.getLogger(GpioOutputs.class)
            .warn("an output could not be reset and keeps its level: {}", e.getMessage());
      } finally {
        line.close();
      }
      return this;
    }
  }
}
