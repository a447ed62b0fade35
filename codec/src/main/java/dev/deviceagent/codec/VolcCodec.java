package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.VolcMessage.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Volcengine's frame: {@code 4 letters | u32 big-endian length in bytes | UTF-8 JSON}. */
final class VolcCodec {
  static final int HEADER_BYTES = 8;

  private VolcCodec() {}

  /**
   * Whether the bytes are meant as such a frame. Four letters and NUL could start NERTC's pair too
   * ({@code tool}, NUL, JSON); a length below {@link Limits#MESSAGE_BYTES_CEILING} has a second
   * byte below 9, and no JSON starts with one.
   */
  static boolean looksLikeOne(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      int letter = bytes[i] | 0x20;
      if (letter < 'a' || letter > 'z') {
        return false;
      }
    }
    return switch (bytes.length) {
      case 4, 5 -> true;
      default -> bytes[4] == 0 && bytes[5] >= 0 && bytes[5] < '\t';
    };
  }

  static VolcMessage decode(byte[] bytes) throws CodecException {
    if (bytes.length < HEADER_BYTES) {
      throw new CodecException(Kind.FRAMING, "$", "shorter than the header of 8 bytes");
    }
    var magic = new String(bytes, 0, 4, StandardCharsets.US_ASCII);
    int length = ByteBuffer.wrap(bytes).getInt(4);
    int given = bytes.length - HEADER_BYTES;
    if (Integer.compareUnsigned(length, given) > 0) {
      throw new CodecException(
          Kind.FRAMING,
          "$",
          "says " + Integer.toUnsignedString(length) + " bytes and has " + given);
    }
    int end = HEADER_BYTES + length;
    for (int i = end; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        throw new CodecException(Kind.FRAMING, "$", "more bytes than its length says");
      }
    }
    while (end > HEADER_BYTES && bytes[end - 1] == 0) {
      end--; // a C string's own NUL, counted into the length
    }
    var text = JsonReader.utf8(bytes, HEADER_BYTES, end - HEADER_BYTES);
    return body(magic, Fields.of(JsonReader.object(text)));
  }

  private static VolcMessage body(String magic, Fields body) throws CodecException {
    return switch (magic) {
      case "subv" -> subtitles(body);
      case "conv" -> conversation(body);
      case "info" ->
          new FunctionNotice(
              body.word("event_type", Limits.NAME_CHARACTERS),
              body.optionalText("function"),
              body.optionalText("tool_call_id"),
              body.optionalText("response_id"));
      case "tool" ->
          new Tool(body.optionalText("subscriber_user_id"), ToolCall.readAll(body, "tool_calls"));
      case "func" ->
          new FunctionResult(body.word("ToolCallID", Limits.ID_CHARACTERS), body.text("Content"));
      case "ctrl" -> new Control(readCommand(body));
      default -> new Unknown(magic, body.object());
    };
  }

  private static Subtitles subtitles(Fields body) throws CodecException {
    var kind = body.optionalText("type");
    if (kind != null && !kind.equals("subtitle")) {
      throw new CodecException(Kind.RANGE, body.at("type"), "is not \"subtitle\"");
    }
    body.array("data", Limits.SUBTITLE_LINES);
    var lines = new ArrayList<Subtitle>();
    for (var line : body.objects("data")) {
      lines.add(
          new Subtitle(
              new Hidden(line.text("text")),
              line.optionalText("userId"),
              line.optionalText("language"),
              line.optionalInteger("mode"),
              line.optionalInteger("sequence"),
              line.optionalTruth("definite"),
              line.optionalTruth("paragraph"),
              line.optionalLong("roundId")));
    }
    return new Subtitles(lines);
  }

  private static Conversation conversation(Fields body) throws CodecException {
    var stage = body.optionalObject("Stage");
    var error = body.optionalObject("ErrorInfo");
    if (stage == null && error == null) {
      throw body.missing("Stage");
    }
    return new Conversation(
        body.optionalText("TaskId"),
        body.optionalText(body.has("UserID") ? "UserID" : "UserId"),
        body.optionalLong(body.has("RoundID") ? "RoundID" : "RoundId"),
        body.optionalLong("EventTime"),
        stage == null ? null : Integer.valueOf(stage.integer("Code")),
        stage == null ? null : stage.optionalText("Description"),
        error == null ? null : error.text("Reason"));
  }

  /** The members of a command, checked as the vendor would. */
  static Command readCommand(Fields body) throws CodecException {
    var name = body.word("Command", Limits.NAME_CHARACTERS);
    var message = body.optionalHidden("Message");
    var mode = body.has("InterruptMode") ? InterruptMode.read(body, "InterruptMode") : null;
    if (name.equals(Command.SPEAK)) {
      if (message == null) {
        throw body.missing("Message");
      }
      if (mode == null) {
        throw body.missing("InterruptMode");
      }
      if (SpokenText.length(message.text()) > Limits.SPEECH_CODE_POINTS) {
        throw new CodecException(Kind.LIMIT, body.at("Message"), "is over 200 characters");
      }
    }
    return new Command(name, message, mode);
  }

  static Json.Obj writeCommand(Json.Obj body, Command command) {
    var message = command.message();
    var mode = command.mode();
    return body.with("Command", command.name())
        .withOptional("Message", message == null ? null : message.text())
        .withOptional("InterruptMode", mode == null ? null : mode.number());
  }

  static byte[] encode(VolcMessage message) {
    return switch (message) {
      case Subtitles(var lines) ->
          frame(
              "subv",
              Json.object()
                  .with("type", "subtitle")
                  .with("data", lines.stream().map(VolcCodec::subtitle).toList()));
      case Conversation conversation -> frame("conv", conversation(conversation));
      case FunctionNotice(var event, var function, var call, var response) ->
          frame(
              "info",
              Json.object()
                  .with("event_type", event)
                  .withOptional("function", function)
                  .withOptional("tool_call_id", call)
                  .withOptional("response_id", response));
      case Tool(var subscriber, var calls) ->
          frame(
              "tool",
              Json.object()
                  .withOptional("subscriber_user_id", subscriber)
                  .with("tool_calls", calls.stream().map(ToolCall::toJson).toList()));
      case FunctionResult(var id, var content) ->
          frame("func", Json.object().with("ToolCallID", id).with("Content", content));
      case Control(var command) -> frame("ctrl", writeCommand(Json.object(), command));
      case Unknown(var magic, var body) -> frame(magic, body);
    };
  }

  private static Json.Obj subtitle(Subtitle line) {
    return Json.object()
        .with("text", line.text().text())
        .withOptional("userId", line.userId())
        .withOptional("language", line.language())
        .withOptional("mode", line.mode())
        .withOptional("sequence", line.sequence())
        .withOptional("definite", line.definite())
        .withOptional("paragraph", line.paragraph())
        .withOptional("roundId", line.roundId());
  }

  private static Json.Obj conversation(Conversation message) {
    var body =
        Json.object()
            .withOptional("TaskId", message.taskId())
            .withOptional("UserID", message.userId())
            .withOptional("RoundID", message.roundId())
            .withOptional("EventTime", message.eventTimeMillis());
    if (message.stage() != null) {
      body =
          body.with(
              "Stage",
              Json.object()
                  .with("Code", message.stage())
                  .withOptional("Description", message.description()));
    }
    return message.errorReason() == null
        ? body
        : body.with("ErrorInfo", Json.object().with("Reason", message.errorReason()));
  }

  private static byte[] frame(String magic, Json.Obj body) {
    var json = JsonWriter.utf8(body);
    return ByteBuffer.allocate(HEADER_BYTES + json.length)
        .put(magic.getBytes(StandardCharsets.US_ASCII))
        .putInt(json.length)
        .put(json)
        .array();
  }
}
