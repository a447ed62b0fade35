package dev.deviceagent.hal.linux.bus;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.deviceagent.hal.HalException;
import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/**
 * Pi4J's digital inputs, on the kernel's character device. It differs from Pi4J's plugin in four
 * ways. Each event is a {@link TimedEdge}. Nothing is polled. Edges are not debounced, and the
 * configured debounce is ignored, since the listener decides what counts as a press. Any process
 * that may open the device may use it, regardless of the group.
 */
final class GpioInputs extends DigitalInputProviderBase implements DigitalInputProvider {
  private final GpioChips chips;
  private final ThreadFactory threads;

  /**
   * @param threads creates one thread for each input, which waits for its edges
   */
  GpioInputs(GpioChips chips, ThreadFactory threads) {
    super("gpio-cdev-digital-input", "GPIO character device: inputs");
    this.chips = chips;
    this.threads = threads;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    try {
      var line =
          chips.find().input(config.bcm(), bias(config), false, Pi4jContext.consumer(config.id()));
      var input = new Input(this, config, line);
      context.registry().add(input);
      threads.newThread(input::watch).start();
      return input;
    } catch (HalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static GpioChip.Bias bias(DigitalInputConfig config) {
    return switch (config.pull()) {
      case PULL_UP -> GpioChip.Bias.UP;
      case PULL_DOWN -> GpioChip.Bias.DOWN;
      case OFF -> GpioChip.Bias.AS_IS;
    };
  }

  /** One line, watched by a dedicated thread. */
  private static final class Input extends DigitalInputBase {
    private final GpioLine line;

    Input(DigitalInputProvider provider, DigitalInputConfig config, GpioLine line) {
      super(provider, config);
      this.line = line;
    }

    @Override
    public DigitalState state() {
      try {
        return DigitalState.getState(line.isActive());
      } catch (HalException e) {
        return DigitalState.UNKNOWN;
      }
    }

    private void watch() {
      try {
        line.watch((high, at) -> dispatch(new TimedEdge(this, DigitalState.getState(high), at)));
      } catch (HalException e) {
        LoggerFactory.getLogger(GpioInputs.class)
            .error("presses of this button are no longer detected: {}", e.getMessage());
      }
    }

    @Override
    public DigitalInput shutdownInternal(Context context) {
      line.stopWatching();
      super.shutdownInternal(context);
      return this;
    }
  }
}
