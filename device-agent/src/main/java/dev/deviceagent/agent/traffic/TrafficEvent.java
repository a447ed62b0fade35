package dev.deviceagent.agent.traffic;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import org.jspecify.annotations.Nullable;

/**
 * One message in or out, for a traffic listener. Never contains what people said.
 *
 * @param isIn whether the agent received it
 * @param what its name in the protocol
 * @param meaning what it means, in plain words
 */
public record TrafficEvent(boolean isIn, String what, String meaning) {
  /** Describes an input from the bridge or an injected one; null if it is not worth showing. */
  public static @Nullable TrafficEvent of(Input input) {
    return switch (input) {
      case Input.Heard(var message, _, _) -> in(message.summary(), message.meaning());
      case Input.Told(var message) -> in(message.summary(), message.meaning());
      case Input.Rejected(var problem, _) ->
          in("rejected: " + problem.getMessage(), "A malformed message; dropped.");
      case Input.BridgeCame _ -> in("a bridge connects", "A vendor's SDK connects.");
      case Input.BridgeLeft(var reason, _) ->
          in(
              "the bridge disconnects: " + reason,
              "The vendor's SDK is disconnected; the cloud cannot be reached.");
      case Input.Joined() -> in("link joined", "The cloud can be reached.");
      case Input.Left(var reason) ->
          in("link left: " + reason, "The cloud can no longer be reached.");
      case Input.Ready _,
          Input.Edge _,
          Input.MicrophoneMoved _,
          Input.ToolDone _,
          Input.Seen _,
          Input.Failed _,
          Input.Voice _,
          Input.Mute _,
          Input.MuteKept _,
          Input.AskStatus _,
          Input.Stop _ ->
          null;
    };
  }

  /** Describes a message to the cloud. */
  public static TrafficEvent of(ToCloud message, String meaning) {
    return new TrafficEvent(false, message.summary(), meaning);
  }

  /** Describes a control message to the bridge itself. */
  public static TrafficEvent of(Json.Obj control) {
    return new TrafficEvent(false, control.toString(), meaning(control));
  }

  private static String meaning(Json.Obj control) {
    if (control.has("link")) {
      return "The bridge may leave the room.";
    }
    return Json.of("open").equals(control.get("microphone"))
        ? "The bridge may send the microphone's sound."
        : "The bridge must send silence.";
  }

  private static TrafficEvent in(String what, String meaning) {
    return new TrafficEvent(true, what, meaning);
  }
}
