package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;

/** Is told what goes in and out, as it happens; must not wait. */
public interface Witness {
  Witness NOBODY = new Witness() {};

  /** Something came from the bridge or was handed in; on the thread that brought it. */
  default void in(Input input) {}

  /** A message goes to the bridge; on the core's thread. */
  default void out(ToCloud message, String meaning) {}

  /** Something is told to the bridge itself; on the core's thread. */
  default void told(Json.Obj control) {}

  /** This one, and then another. */
  default Witness and(Witness other) {
    var first = this;
    return new Witness() {
      @Override
      public void in(Input input) {
        first.in(input);
        other.in(input);
      }

      @Override
      public void out(ToCloud message, String meaning) {
        first.out(message, meaning);
        other.out(message, meaning);
      }

      @Override
      public void told(Json.Obj control) {
        first.told(control);
        other.told(control);
      }
    };
  }
}
