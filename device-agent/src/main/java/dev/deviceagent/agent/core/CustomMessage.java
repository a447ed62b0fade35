package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.ToolCall.Arguments;
import dev.deviceagent.hal.Colour;

/**
 * What an operator's own message asks for. Its format is the operator's; this is ours, described in
 * {@code PROTOCOL.md}: JSON that names a tool, or JSON with words, or plain text, which is words.
 */
sealed interface CustomMessage {
  record Call(ToolCall call) implements CustomMessage {}

  record Announce(Announcement announcement) implements CustomMessage {}

  static CustomMessage of(String text, Config.CustomMessages names, RemoteLog log) {
    if (!text.stripLeading().startsWith("{")) {
      return new Announce(Announcement.of(text));
    }
    try {
      var fields = Fields.of(JsonReader.object(text));
      return fields.has(names.tool()) ? call(fields, names) : announcement(fields, names);
    } catch (CodecException e) {
      log.warn("an operator's message does not fit: {} {}", e.kind(), e.getMessage());
      return new Announce(Announcement.of(null)); // something came, and cannot be read out
    }
  }

  private static CustomMessage call(Fields fields, Config.CustomMessages names)
      throws CodecException {
    var arguments = fields.find(names.arguments());
    return new Call(
        new ToolCall(
            fields.find("id") instanceof Json.Text(var id) ? id : null,
            fields.text(names.tool()),
            switch (arguments) {
              case null -> new Arguments.Given(Json.object());
              case Json.Obj object -> new Arguments.Given(object);
              default ->
                  new Arguments.Malformed(fields.at(names.arguments()) + ": must be an object");
            }));
  }

  private static CustomMessage announcement(Fields fields, Config.CustomMessages names)
      throws CodecException {
    var chime = fields.optionalTruth("chime");
    var light = fields.optionalText("light");
    var mode =
        fields.has("interruptMode")
            ? InterruptMode.read(fields, "interruptMode")
            : InterruptMode.AFTER;
    return new Announce(
        new Announcement(
            fields.optionalText(names.say()),
            chime == null || chime,
            light == null ? Announcer.COLOUR : Colour.parse(light).orElse(Announcer.COLOUR),
            mode));
  }
}
