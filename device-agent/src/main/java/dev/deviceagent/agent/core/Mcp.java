package dev.deviceagent.agent.core;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToolCall;

/** The little of the Model Context Protocol that a device with tools needs. */
final class Mcp {
  /** The revision that the vendors' servers speak. */
  private static final String REVISION = "2024-11-05";

  private Mcp() {}

  static Json.Obj initialize() {
    var version = Mcp.class.getModule().getDescriptor();
    return Json.object()
        .with("protocolVersion", REVISION)
        .with("capabilities", Json.object().with("tools", Json.object()))
        .with(
            "serverInfo",
            Json.object()
                .with("name", "device-agent")
                .with("version", version == null ? "" : version.rawVersion().orElse("")));
  }

  /** The params of tools/call as a call; what is wrong with them is told by the call's answer. */
  static ToolCall call(Json id, Json.Obj params) {
    var fields = new Fields(params, "$.params");
    String name = "";
    ToolCall.Arguments arguments;
    try {
      name = fields.text("name");
      var given = fields.optionalObject("arguments");
      arguments = new ToolCall.Arguments.Given(given == null ? Json.object() : given.object());
    } catch (CodecException e) {
      arguments = new ToolCall.Arguments.Malformed(e.getMessage());
    }
    return new ToolCall(id.toString(), name, arguments);
  }
}
