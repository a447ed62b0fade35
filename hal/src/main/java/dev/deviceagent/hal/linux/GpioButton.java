package dev.deviceagent.hal.linux;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import dev.deviceagent.hal.Board.ButtonListener;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import dev.deviceagent.hal.linux.bus.TimedEdge;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import org.jspecify.annotations.Nullable;

/** A button on a GPIO line. Each edge is reported as it arrives, with the kernel's timestamp. */
final class GpioButton implements Device {
  private final String name;
  private final Pi4jContext gpio;
  private final BoardProfile.Button wiring;
  private @Nullable DigitalInput input;
  private @Nullable ButtonListener listener;
  private @Nullable String problem;

  GpioButton(String name, BoardProfile.Button wiring, Pi4jContext gpio) {
    this.name = name;
    this.gpio = gpio;
    this.wiring = wiring;
  }

  @Override
  public String where() {
    return "gpio line " + wiring.line();
  }

  /** Reports edges from now on. A button that is already held is reported as pressed. */
  void listen(ButtonListener listener) throws HalException {
    synchronized (this) {
      this.listener = listener;
    }
    probe();
  }

  @Override
  public synchronized void probe() throws HalException {
    if (input != null) {
      return;
    }
    var taken = take();
    taken.addListener(this::tell);
    input = taken;
    if (listener != null && taken.isHigh() != wiring.activeLow()) {
      listener.edge(name, true, System.nanoTime());
    }
  }

  private DigitalInput take() throws HalException {
    try {
      var taken = gpio.input("button-" + name, wiring.line(), pull());
      problem = null;
      return taken;
    } catch (HalException e) {
      problem = e.getMessage();
      throw e;
    }
  }

  /** Why the button reports nothing, or null. */
  synchronized @Nullable String problem() {
    return problem;
  }

  private PullResistance pull() {
    return switch (wiring.pull()) {
      case UP -> PullResistance.PULL_UP;
      case DOWN -> PullResistance.PULL_DOWN;
      case NONE -> PullResistance.OFF;
    };
  }

  private void tell(DigitalStateChangeEvent<?> event) {
    ButtonListener ear;
    synchronized (this) {
      ear = listener;
    }
    if (ear != null) {
      long at = event instanceof TimedEdge timed ? timed.atNanos() : System.nanoTime();
      ear.edge(name, event.state().isHigh() != wiring.activeLow(), at);
    }
  }
}
