package dev.deviceagent.codec.mcp;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.ToolCall;
import java.util.List;
import java.util.function.Function;

/**
 * The part of the Model Context Protocol that a device with tools needs, for every dialect that
 * carries it. Source: modelcontextprotocol.io, revision 2024-11-05, which the vendors' servers use.
 */
public final class Mcp {
  private static final String REVISION = "2024-11-05";
  private static final String CALL = "tools/call";
  private static final String LIST = "tools/list";

  private Mcp() {}

  /**
   * The meaning of a message.
   *
   * @param dialect carries the message, and makes replies from outcomes by {@link #answer}
   * @param wrap puts an answer into a message of that dialect
   */
  public static List<Signal> signals(
      JsonRpcRequest rpc,
      Identity identity,
      Dialect dialect,
      Function<JsonRpcResponse, ToCloud> wrap) {
    return switch (rpc) {
      case JsonRpcRequest.Request(var id, var method, var params) ->
          switch (method) {
            case "initialize" ->
                List.of(
                    new Signal.NewSession(),
                    answer(wrap, new JsonRpcResponse.Result(id, initialize(identity))));
            case "ping" -> List.of(answer(wrap, new JsonRpcResponse.Result(id, Json.object())));
            case LIST -> List.of(new Signal.ListTools(new Reply.Message(dialect, LIST, id)));
            case CALL ->
                List.of(new Signal.Call(call(id, params), new Reply.Message(dialect, CALL, id)));
            default ->
                List.of(
                    answer(
                        wrap,
                        new JsonRpcResponse.Failure(
                            id, JsonRpcResponse.METHOD_NOT_FOUND, "no method '" + method + "'")));
          };
      case JsonRpcRequest.Notification _ ->
          List.of(new Signal.Unused("A notification; it needs no answer."));
      case JsonRpcRequest.Response _ ->
          List.of(new Signal.Unused("A response without a request; ignored."));
      case JsonRpcRequest.Unreadable(var id, var code, var problem) ->
          List.of(
              answer(
                  wrap,
                  new JsonRpcResponse.Failure(id, code, String.valueOf(problem.getMessage()))),
              new Signal.Malformed(problem));
    };
  }

  private static Signal answer(Function<JsonRpcResponse, ToCloud> wrap, JsonRpcResponse response) {
    return new Signal.Answer(wrap.apply(response));
  }

  private static Json.Obj initialize(Identity identity) {
    return Json.object()
        .with("protocolVersion", REVISION)
        .with("capabilities", Json.object().with("tools", Json.object()))
        .with(
            "serverInfo",
            Json.object().with("name", "device-agent").with("version", identity.version()));
  }

  /** Turns the params of tools/call into a call; the answer to the call reports their errors. */
  private static ToolCall call(Json id, Fields params) {
    String name = "";
    try {
      name = params.word("name", Limits.NAME_CHARACTERS);
      return new ToolCall(id, name, ToolCall.arguments(params));
    } catch (CodecException e) {
      return new ToolCall(id, name, new ToolCall.Arguments.Malformed(e.getMessage()));
    }
  }

  /** The answer to a request of the kind {@link Reply.Message#kind}. */
  public static JsonRpcResponse answer(Reply.Message reply, Outcome outcome) {
    if (reply.kind().equals(LIST) && outcome instanceof Outcome.Done(var tools)) {
      return new JsonRpcResponse.Result(reply.id(), tools);
    }
    // A failed tool gives a result; an unknown tool gives an error.
    if (outcome instanceof Outcome.Failed(_, var message, var isUnknownTool) && isUnknownTool) {
      return new JsonRpcResponse.Failure(reply.id(), JsonRpcResponse.INVALID_PARAMS, message);
    }
    var text = Json.object().with("type", "text").with("text", outcome.toJson().toString());
    return new JsonRpcResponse.Result(
        reply.id(),
        Json.object()
            .with("content", List.of(text))
            .with("isError", outcome instanceof Outcome.Failed));
  }
}
