package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.core.Announcer.Announcement;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.hal.Colour;

/**
 * What an operator's own message asks for. The operator defines the message; the format here is
 * this project's, described in {@code PROTOCOL.md}: JSON that names a tool, JSON with words, or
 * plain text, which counts as words.
 */
sealed interface CustomMessage {
  record Call(ToolCall call) implements CustomMessage {}

  record Announce(Announcement announcement) implements CustomMessage {}

  /** A text for the AI to answer. */
  record Ask(String question, InterruptMode mode) implements CustomMessage {
    @Override
    public String toString() {
      return "Ask[mode=" + mode + "]"; // omits the question, which must not be logged
    }
  }

  static CustomMessage of(String text, Config.CustomMessages names, RemoteLog log) {
    if (!text.stripLeading().startsWith("{")) {
      return new Announce(Announcement.of(text));
    }
    try {
      var fields = Fields.of(JsonReader.object(text));
      if (fields.has(names.tool())) {
        return call(fields, names);
      }
      return fields.has(names.ask())
          ? new Ask(fields.text(names.ask()), mode(fields))
          : announcement(fields, names);
    } catch (CodecException e) {
      log.warn(
          "a custom message is malformed, so its text is not spoken: {} {}",
          e.kind(),
          e.getMessage());
      return new Announce(Announcement.of(null)); // a message arrived that has no words to speak
    }
  }

  private static CustomMessage call(Fields fields, Config.CustomMessages names)
      throws CodecException {
    return new Call(
        new ToolCall(
            fields.optionalId("id"),
            fields.word(names.tool(), Limits.NAME_CHARACTERS),
            ToolCall.arguments(fields, names.arguments())));
  }

  private static CustomMessage announcement(Fields fields, Config.CustomMessages names)
      throws CodecException {
    var chime = fields.optionalTruth("chime");
    var light = fields.optionalText("light");
    return new Announce(
        new Announcement(
            fields.optionalText(names.say()),
            chime == null || chime,
            light == null ? Announcer.COLOUR : Colour.parse(light).orElse(Announcer.COLOUR),
            mode(fields),
            false));
  }

  private static InterruptMode mode(Fields fields) throws CodecException {
    return fields.has("interruptMode")
        ? InterruptMode.read(fields, "interruptMode")
        : InterruptMode.AFTER;
  }
}
