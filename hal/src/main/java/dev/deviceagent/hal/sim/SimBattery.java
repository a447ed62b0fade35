package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;

/** A battery that reports a configured charge. */
final class SimBattery extends SimDevice implements Battery {
  private volatile Charge charge = new Charge(76, false);

  SimBattery(SimBoard.Pause pause) {
    super("battery", pause);
  }

  void say(Charge charge) {
    this.charge = charge;
  }

  @Override
  public Charge charge() throws HalException {
    begin();
    return charge;
  }
}
