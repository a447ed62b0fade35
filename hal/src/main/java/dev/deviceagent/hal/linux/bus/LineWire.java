package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;

/** A line behind Pi4J's digital output. */
final class LineWire implements LineOut {
  private final String where;
  private final boolean isActiveLow;
  private final Reopened<DigitalOutput> output;

  LineWire(String where, boolean isActiveLow, Reopened<DigitalOutput> output) {
    this.where = where;
    this.isActiveLow = isActiveLow;
    this.output = output;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public boolean isActive() throws HalException {
    return output.use(line -> {
      var level = line.state();
      if (level == DigitalState.UNKNOWN) {
        throw new HalException(
            Kind.FAILED, where, "cannot read its level", "check it with 'gpioinfo'");
      }
      return level.isHigh() != isActiveLow;
    });
  }

  @Override
  public void set(boolean active) throws HalException {
    output.use(line -> line.state(DigitalState.getState(active != isActiveLow)));
  }
}
