package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Message;

/** Is told what goes in and out, as it happens; must not wait. */
public interface Witness {
  Witness NOBODY = new Witness() {};

  /** Something came from the bridge; on the bridge's thread. */
  default void in(Input input) {}

  /** A message goes to the bridge; on the core's thread. */
  default void out(Message message) {}

  /** Something is told to the bridge itself; on the core's thread. */
  default void told(Json.Obj control) {}
}
