package dev.deviceagent.hal.linux.bus;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Pi4J's context with our providers in it. Made when the first line is taken, since the chip may
 * not be there before. For any thread.
 */
public final class Pi4jContext implements AutoCloseable {
  private final Path folder;
  private final List<String> labels;
  private final ThreadFactory threads;
  private @Nullable Context context;

  /**
   * @param folder where the chips are: {@code /dev}
   * @param labels of the chip that the lines are counted on; any of them
   */
  public Pi4jContext(Path folder, List<String> labels, ThreadFactory threads) {
    this.folder = folder;
    this.labels = labels;
    this.threads = threads;
  }

  /** Takes a line as an input; its edges come as {@link TimedEdge}. */
  public DigitalInput input(String id, int line, PullResistance pull) throws HalException {
    var pi4j = context();
    var config = DigitalInput.newConfigBuilder(pi4j).id(id).bcm(line).pull(pull).build();
    try {
      return pi4j.create(config);
    } catch (IOException e) {
      throw unwrapped(id, e);
    }
  }

  /** Takes a line as an output that has this level from the first moment, and at the end. */
  public DigitalOutput output(String id, int line, boolean high) throws HalException {
    var pi4j = context();
    var level = DigitalState.getState(high);
    var config =
        DigitalOutput.newConfigBuilder(pi4j)
            .id(id)
            .bcm(line)
            .initial(level)
            .shutdown(level)
            .build();
    try {
      return pi4j.create(config);
    } catch (IOException e) {
      throw unwrapped(id, e);
    }
  }

  private synchronized Context context() throws HalException {
    if (context == null) {
      var chip = GpioChip.byLabel(folder, labels);
      context =
          Pi4J.newContextBuilder()
              .add(new GpioInputs(chip, threads), new GpioOutputs(chip))
              .build();
    }
    return context;
  }

  private static HalException unwrapped(String id, IOException e) {
    return e.getCause() instanceof HalException ours
        ? ours
        : new HalException(Kind.FAILED, id, String.valueOf(e.getMessage()), "see the log");
  }

  @Override
  public synchronized void close() {
    if (context != null) {
      context.shutdown();
      context = null;
    }
  }
}
