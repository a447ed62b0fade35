package dev.deviceagent.hal.linux;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import org.jspecify.annotations.Nullable;

/** A lamp on a GPIO line: on or off. */
final class GpioLight implements Light {
  private final String name;
  private final Pi4jContext gpio;
  private final BoardProfile.Line wiring;
  private @Nullable DigitalOutput output;

  GpioLight(String name, BoardProfile.Line wiring, Pi4jContext gpio) {
    this.name = name;
    this.gpio = gpio;
    this.wiring = wiring;
  }

  @Override
  public String where() {
    return "gpio line " + wiring.line();
  }

  @Override
  public boolean isDimmable() {
    return false;
  }

  @Override
  public boolean isColoured() {
    return false;
  }

  @Override
  public State state() throws HalException {
    var level = taken().state();
    if (level == DigitalState.UNKNOWN) {
      throw failed("its level cannot be read");
    }
    return new State(level.isHigh() != wiring.activeLow(), null, null);
  }

  @Override
  public void set(State state) throws HalException {
    try {
      taken().state(DigitalState.getState(state.on() != wiring.activeLow()));
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  private synchronized DigitalOutput taken() throws HalException {
    if (output == null) {
      output = gpio.output("light-" + name, wiring.line(), wiring.activeLow());
    }
    return output;
  }

  private HalException failed(String problem) {
    return new HalException(Kind.FAILED, where(), problem, "see 'gpioinfo'");
  }
}
