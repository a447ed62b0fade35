package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Messages in the form that the clouds send, written for these tests; none is a recording. */
final class Heard {
  static final String SPEECH_STARTED = nertcEvent("audio.agent.speech_started");
  static final String SPEECH_STOPPED = nertcEvent("audio.agent.speech_stopped");
  static final String INTERRUPTED = nertcEvent("audio.agent.interrupted");

  private Heard() {}

  static String nertc(String type, Json.Obj data) {
    return Json.object()
        .with("uid", 17)
        .with("type", type)
        .with("data", data.with("timestamp", 1767225600L))
        .toString();
  }

  static String nertcEvent(String event) {
    return nertc("event", Json.object().with("event", event));
  }

  /** Calls in one {@code tool} message. */
  static String nertcTool(Json.Obj... calls) {
    return nertc("tool", Json.object().with("toolCalls", Arrays.asList(calls)));
  }

  /** A call with its arguments as a JSON value: a string, an object, or null for none. */
  static Json.Obj call(String id, String name, @Nullable Object arguments) {
    return Json.object()
        .with("id", id)
        .with("type", "function")
        .with("function", Json.object().with("name", name).with("arguments", arguments));
  }

  static String mcp(Object id, String method, Json.Obj params) {
    return nertc(
        "mcp",
        Json.object()
            .with("jsonrpc", "2.0")
            .with("id", id)
            .with("method", method)
            .with("params", params));
  }

  static String mcpCall(Object id, String tool, Json.Obj arguments) {
    return mcp(id, "tools/call", Json.object().with("name", tool).with("arguments", arguments));
  }

  static byte[] volc(String magic, Json.Obj body) {
    var json = body.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length)
        .put(magic.getBytes(StandardCharsets.US_ASCII))
        .putInt(json.length)
        .put(json)
        .array();
  }

  static byte[] volcTool(Json.Obj... calls) {
    return volc("tool", Json.object().with("tool_calls", Arrays.asList(calls)));
  }

  static byte[] volcStage(int stage) {
    return volc("conv", Json.object().with("Stage", Json.object().with("Code", stage)));
  }

  static String aiCall(int type, Json.Obj data) {
    return Json.object().with("type", type).with("senderId", "r").with("data", data).toString();
  }

  static String agentState(int state) {
    return aiCall(1001, Json.object().with("state", state));
  }

  /** Message 1011 with the operator's text. */
  static String custom(String text) {
    return aiCall(1011, Json.object().with("message", text));
  }

  static Json.Obj object(String name, Object value) {
    return Json.object().with(name, value);
  }
}
