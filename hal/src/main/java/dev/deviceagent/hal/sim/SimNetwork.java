package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Network;

/** A network that is always up. */
final class SimNetwork extends SimDevice implements Network {
  SimNetwork(SimBoard.Pause pause) {
    super("network", pause);
  }

  @Override
  public Connection connection() throws HalException {
    begin();
    return new Connection(true, "sim0", null);
  }
}
