package dev.deviceagent.codec.mcp;

import dev.deviceagent.codec.Json;

/** A JSON-RPC 2.0 answer to the cloud. Source: jsonrpc.org/specification. */
public sealed interface JsonRpcResponse {
  int PARSE_ERROR = -32700;
  int INVALID_REQUEST = -32600;
  int METHOD_NOT_FOUND = -32601;
  int INVALID_PARAMS = -32602;

  /** Success. */
  record Result(Json id, Json.Obj result) implements JsonRpcResponse {}

  /** An error; the id is JSON null if the request had no readable id. */
  record Failure(Json id, int code, String message) implements JsonRpcResponse {}

  default Json.Obj toJson() {
    var rpc = Json.object().with("jsonrpc", "2.0");
    return switch (this) {
      case Result(var id, var result) -> rpc.with("id", id).with("result", result);
      case Failure(var id, var code, var message) ->
          rpc.with("id", id)
              .with("error", Json.object().with("code", code).with("message", message));
    };
  }
}
