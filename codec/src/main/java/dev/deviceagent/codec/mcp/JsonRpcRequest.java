package dev.deviceagent.codec.mcp;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;

/**
 * A JSON-RPC 2.0 message from the cloud, as the Model Context Protocol uses it. Source:
 * jsonrpc.org/specification.
 */
public sealed interface JsonRpcRequest {
  /** A request. The peer expects an answer with this id. */
  record Request(Json id, String method, Fields params) implements JsonRpcRequest {}

  /** A notification. The peer expects no answer. */
  record Notification(String method) implements JsonRpcRequest {}

  /** An answer. It is not read, because this agent sends no requests. */
  record Response() implements JsonRpcRequest {}

  /**
   * An invalid request. The peer receives an error response.
   *
   * @param id JSON null if it could not be read
   * @param code of the error response
   */
  record Unreadable(Json id, int code, CodecException problem) implements JsonRpcRequest {}

  /** Parses the text of a message. */
  static JsonRpcRequest read(String text, String path) {
    try {
      return read(new Fields(JsonReader.object(text), path));
    } catch (CodecException e) {
      boolean isJson = e.kind() != Kind.SYNTAX;
      return new Unreadable(
          Json.NULL, isJson ? JsonRpcResponse.INVALID_REQUEST : JsonRpcResponse.PARSE_ERROR, e);
    }
  }

  static JsonRpcRequest read(Fields rpc) {
    Json id = null;
    try {
      id = rpc.optionalId("id");
      if (!rpc.has("method") && (rpc.has("error") || rpc.object().has("result"))) {
        return new Response();
      }
      if (!rpc.text("jsonrpc").equals("2.0")) {
        throw new CodecException(Kind.RANGE, rpc.at("jsonrpc"), "is not \"2.0\"");
      }
      var method = rpc.word("method", Limits.NAME_CHARACTERS);
      return id == null
          ? new Notification(method)
          : new Request(id, method, rpc.objectOrEmpty("params"));
    } catch (CodecException e) {
      return new Unreadable(id == null ? Json.NULL : id, JsonRpcResponse.INVALID_REQUEST, e);
    }
  }

  /** The kind of message, for a log. */
  default String summary() {
    return switch (this) {
      case Request(_, var method, _) -> "request " + method;
      case Notification(var method) -> "notification " + method;
      case Response() -> "response";
      case Unreadable _ -> "unreadable";
    };
  }
}
