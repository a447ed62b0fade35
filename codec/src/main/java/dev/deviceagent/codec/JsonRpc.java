package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC 2.0 message, as the Model Context Protocol uses it. Source: jsonrpc.org/specification;
 * what firmware does differently (an error without a code) is accepted.
 */
public sealed interface JsonRpc {
  int INVALID_REQUEST = -32600;
  int METHOD_NOT_FOUND = -32601;
  int INVALID_PARAMS = -32602;
  int INTERNAL_ERROR = -32603;

  /** Wants an answer under its id, a string or a number. */
  record Request(Json id, String method, Json.Obj params) implements JsonRpc {}

  /** Wants none. */
  record Notification(String method, Json.Obj params) implements JsonRpc {}

  /** The answer. */
  record Result(Json id, Json result) implements JsonRpc {}

  /** The refusal; the id is null where the request had none that could be read. */
  record Failure(Json id, @Nullable Integer code, String message) implements JsonRpc {}

  static JsonRpc read(Fields rpc) throws CodecException {
    var version = rpc.text("jsonrpc");
    if (!version.equals("2.0")) {
      throw new CodecException(Kind.RANGE, rpc.at("jsonrpc"), "is not \"2.0\"");
    }
    var id = rpc.find("id");
    if (!(id == null || id instanceof Json.Num || id instanceof Json.Text)) {
      throw new CodecException(Kind.TYPE, rpc.at("id"), "must be a number or a string");
    }
    if (id instanceof Json.Text) {
      rpc.word("id", Limits.ID_CHARACTERS); // it is kept and echoed
    }
    if (rpc.has("method")) {
      var method = rpc.word("method", Limits.NAME_CHARACTERS);
      var given = rpc.optionalObject("params");
      var params = given == null ? Json.object() : given.object();
      return id == null ? new Notification(method, params) : new Request(id, method, params);
    }
    if (rpc.has("error")) {
      var error = rpc.object("error");
      return new Failure(
          id == null ? Json.NULL : id, error.optionalInteger("code"), error.text("message"));
    }
    if (id == null) {
      throw rpc.missing("id");
    }
    if (!rpc.object().has("result")) {
      throw rpc.missing("method");
    }
    return new Result(id, Json.of(rpc.object().get("result")));
  }

  default Json.Obj toJson() {
    var rpc = Json.object().with("jsonrpc", "2.0");
    return switch (this) {
      case Request(var id, var method, var params) ->
          rpc.with("id", id).with("method", method).with("params", params);
      case Notification(var method, var params) ->
          rpc.with("method", method).with("params", params);
      case Result(var id, var result) -> rpc.with("id", id).with("result", result);
      case Failure(var id, var code, var message) ->
          rpc.with("id", id)
              .with("error", Json.object().withOptional("code", code).with("message", message));
    };
  }

  /** What it is, for a log. */
  default String summary() {
    return switch (this) {
      case Request(_, var method, _) -> "request " + method;
      case Notification(var method, _) -> "notification " + method;
      case Result _ -> "result";
      case Failure _ -> "error";
    };
  }
}
