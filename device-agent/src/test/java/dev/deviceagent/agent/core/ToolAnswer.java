package dev.deviceagent.agent.core;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/** The content of a {@code func} frame. */
record ToolAnswer(String id, Json.Obj content) {
  /** Null if the frame is not a {@code func} frame. */
  static @Nullable ToolAnswer of(String frame) {
    if (!frame.startsWith("func ")) {
      return null;
    }
    try {
      var fields = Fields.of(JsonReader.object(frame.substring("func ".length())));
      return new ToolAnswer(fields.text("ToolCallID"), JsonReader.object(fields.text("Content")));
    } catch (CodecException e) {
      throw new AssertionError(frame, e);
    }
  }

  boolean ok() {
    return content.get("ok") instanceof Json.Bool(var ok) && ok;
  }

  String error() {
    return content.get("error") instanceof Json.Text(var word) ? word : "";
  }

  String message() {
    return content.get("message") instanceof Json.Text(var text) ? text : "";
  }
}
