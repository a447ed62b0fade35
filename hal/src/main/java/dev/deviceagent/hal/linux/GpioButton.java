package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Board.ButtonListener;
import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.LineIn;
import dev.deviceagent.hal.linux.bus.Pi4jContext;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import org.jspecify.annotations.Nullable;

/** A button on a GPIO line. Each edge is reported as it arrives, with the kernel's timestamp. */
final class GpioButton implements Device {
  private final String name;
  private final Pi4jContext gpio;
  private final BoardProfile.Button wiring;
  private @Nullable LineIn input;
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
    taken.listen(this::tell);
    input = taken;
    if (listener != null && taken.isHigh() != wiring.activeLow()) {
      listener.edge(name, true, System.nanoTime());
    }
  }

  private LineIn take() throws HalException {
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

  private LineIn.Pull pull() {
    return switch (wiring.pull()) {
      case UP -> LineIn.Pull.UP;
      case DOWN -> LineIn.Pull.DOWN;
      case NONE -> LineIn.Pull.AS_IS;
    };
  }

  private void tell(boolean isHigh, long atNanos) {
    ButtonListener ear;
    synchronized (this) {
      ear = listener;
    }
    if (ear != null) {
      ear.edge(name, isHigh != wiring.activeLow(), atNanos);
    }
  }
}
