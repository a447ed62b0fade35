package dev.deviceagent.agent.traffic;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;

/** A traffic listener: called for each message in or out. Must not block. */
public interface TrafficListener {
  TrafficListener NOBODY = new TrafficListener() {};

  /** An input from the bridge, or an injected one. Called on the thread that brought it. */
  default void in(Input input) {}

  /** A message to the cloud. Called on the core's thread. */
  default void out(ToCloud message, String meaning) {}

  /** A control message to the bridge itself. Called on the core's thread. */
  default void told(Json.Obj control) {}

  /** A listener that calls this one, and then the other. */
  default TrafficListener and(TrafficListener other) {
    var first = this;
    return new TrafficListener() {
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
