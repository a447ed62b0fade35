package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import java.time.Duration;

/** The base of all simulated devices: a name and a fault. Any thread may change the fault. */
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

  void inject(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  /** Starts every call: waits for the delay of the fault, then throws if the fault requires it. */
  void begin() throws HalException {
    var now = fault;
    if (now.delay().compareTo(Duration.ZERO) > 0) {
      pause.pause(now.delay());
    }
    fail(now.mode());
  }

  private void fail(Fault.Mode mode) throws HalException {
    var cure = "the fault is injected; remove it with 'device-agent fault DEVICE ok'";
    switch (mode) {
      case OK -> {}
      case FAIL -> throw new HalException(HalException.Kind.FAILED, where(), "failed", cure);
      case ABSENT -> throw new HalException(HalException.Kind.ABSENT, where(), "is gone", cure);
    }
  }

  @Override
  public void probe() throws HalException {
    begin();
  }
}
