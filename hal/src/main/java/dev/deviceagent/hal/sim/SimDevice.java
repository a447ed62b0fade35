package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.HalException;
import java.time.Duration;

/** What every simulated device shares: a name and a fault, which any thread may change. */
abstract class SimDevice implements Device {
  private final String name;
  private final SimBoard.Pause pause;
  private volatile Fault fault = Fault.NONE;

  SimDevice(String name, SimBoard.Pause pause) {
    this.name = name;
    this.pause = pause;
  }

  @Override
  public String where() {
    return "sim:" + name;
  }

  void suffer(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  /** The start of every call: takes its time, then fails if it must. */
  void begin() throws HalException {
    var now = fault;
    if (now.delay().compareTo(Duration.ZERO) > 0) {
      pause.pause(now.delay());
    }
    now.strike(where());
  }

  @Override
  public void probe() throws HalException {
    begin();
  }
}
