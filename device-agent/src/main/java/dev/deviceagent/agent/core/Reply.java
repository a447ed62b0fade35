package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Observation;
import dev.deviceagent.agent.tools.ToolFailure;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonRpc;
import dev.deviceagent.codec.Message;
import dev.deviceagent.codec.NertcCall;
import dev.deviceagent.codec.VolcMessage;
import java.util.List;

/** The way back that the channel of a call has. */
public sealed interface Reply {
  /** None at all: an operator's own message. */
  record None() implements Reply {}

  /** None but words: NERTC's {@code tool}. */
  record Spoken() implements Reply {}

  /** Volcengine's {@code func}. */
  record Function(String callId) implements Reply {}

  /** A JSON-RPC response, by NERTC's MCP. */
  record Rpc(Json id) implements Reply {}

  /** What a call came to; exactly one of the two is there. */
  sealed interface Outcome {
    record Done(Observation seen) implements Outcome {}

    record Failed(ToolFailure failure) implements Outcome {}

    /**
     * For a machine: {@code {"ok": true, …}} or {@code {"ok": false, "error": …, "message": …}}.
     */
    default Json.Obj toJson() {
      return switch (this) {
        case Done(var seen) -> {
          var result = Json.object().with("ok", true);
          for (var member : seen.result().members().entrySet()) {
            result = result.with(member.getKey(), member.getValue());
          }
          yield result;
        }
        case Failed(var failure) ->
            Json.object()
                .with("ok", false)
                .with("error", failure.kind().word())
                .with("message", failure.getMessage());
      };
    }
  }

  /** The messages that carry an outcome back; speech is not among them. */
  default List<Message> messages(Outcome outcome) {
    return switch (this) {
      case None(), Spoken() -> List.of();
      case Function(var callId) ->
          List.of(new VolcMessage.FunctionResult(callId, outcome.toJson().toString()));
      case Rpc(var id) -> List.of(new NertcCall.ReplyMcp(rpc(id, outcome)));
    };
  }

  /** A tool that failed is a result in MCP; a tool that is not there is an error. */
  private static JsonRpc rpc(Json id, Outcome outcome) {
    if (outcome instanceof Outcome.Failed(var failure)
        && failure.kind() == ToolFailure.Kind.UNKNOWN_TOOL) {
      return new JsonRpc.Failure(id, JsonRpc.INVALID_PARAMS, failure.getMessage());
    }
    var text = Json.object().with("type", "text").with("text", outcome.toJson().toString());
    return new JsonRpc.Result(
        id,
        Json.object()
            .with("content", List.of(text))
            .with("isError", outcome instanceof Outcome.Failed));
  }
}
