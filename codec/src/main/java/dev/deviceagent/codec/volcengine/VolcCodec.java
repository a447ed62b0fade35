package dev.deviceagent.codec.volcengine;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.volcengine.VolcMessage.Conversation;
import dev.deviceagent.codec.volcengine.VolcMessage.FunctionNotice;
import dev.deviceagent.codec.volcengine.VolcMessage.Other;
import dev.deviceagent.codec.volcengine.VolcMessage.Subtitles;
import dev.deviceagent.codec.volcengine.VolcMessage.Tool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Decodes Volcengine's frames: {@code 4 letters | u32 big-endian length in bytes | JSON}. */
final class VolcCodec {
  private VolcCodec() {}

  /**
   * Whether the bytes are such a frame, possibly a malformed one. Four letters and NUL can also
   * start NERTC's pair ({@code tool}, NUL, JSON). A length below {@link
   * Limits#MESSAGE_BYTES_CEILING} has a second byte below 9, and no JSON starts with such a byte.
   */
  static boolean isFrame(byte[] bytes) {
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
      case 4 -> true; // a truncated frame
      case 5 -> false; // a word and a NUL: a pair without data
      default -> bytes[4] == 0 && bytes[5] >= 0 && bytes[5] < '\t';
    };
  }

  static VolcMessage decode(Payload payload) throws CodecException {
    if (payload.json() != null) {
      return new Other("UpdateVoiceChat"); // the server's form of a command
    }
    var bytes = payload.bytes();
    if (bytes.length < VolcFrame.HEADER_BYTES) {
      throw new CodecException(Kind.FRAMING, "$", "shorter than the 8-byte header");
    }
    var magic = new String(bytes, 0, 4, StandardCharsets.US_ASCII);
    int end = end(bytes);
    return switch (magic) {
      case "subv" -> subtitles(body(bytes, end));
      case "conv" -> conversation(body(bytes, end));
      case "info" ->
          new FunctionNotice(body(bytes, end).word("event_type", Limits.NAME_CHARACTERS));
      case "tool" -> new Tool(ToolCall.readAll(body(bytes, end), "tool_calls"));
      default -> new Other("magic " + magic);
    };
  }

  /** The end of the body; only NUL bytes may follow. */
  private static int end(byte[] bytes) throws CodecException {
    int length = ByteBuffer.wrap(bytes).getInt(4);
    int given = bytes.length - VolcFrame.HEADER_BYTES;
    if (Integer.compareUnsigned(length, given) > 0) {
      throw new CodecException(
          Kind.FRAMING,
          "$",
          "declares " + Integer.toUnsignedString(length) + " bytes but has " + given);
    }
    int end = VolcFrame.HEADER_BYTES + length;
    for (int i = end; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        throw new CodecException(
            Kind.FRAMING, "$", "has more bytes than its length field declares");
      }
    }
    while (end > VolcFrame.HEADER_BYTES && bytes[end - 1] == 0) {
      end--; // the terminating NUL of a C string, included in the length
    }
    return end;
  }

  private static Fields body(byte[] bytes, int end) throws CodecException {
    var text = JsonReader.utf8(bytes, VolcFrame.HEADER_BYTES, end - VolcFrame.HEADER_BYTES);
    return Fields.of(JsonReader.object(text));
  }

  private static Subtitles subtitles(Fields body) throws CodecException {
    var lines = new ArrayList<Redacted>();
    for (var line : body.objects("data", Limits.SUBTITLE_LINES)) {
      lines.add(new Redacted(line.text("text")));
    }
    return new Subtitles(lines);
  }

  private static Conversation conversation(Fields body) throws CodecException {
    var stage = body.optionalObject("Stage");
    if (stage == null && !body.has("ErrorInfo")) {
      throw body.missing("Stage");
    }
    return new Conversation(
        stage == null ? null : stage.integer("Code"), error(body, stage != null));
  }

  /** An empty ErrorInfo with a stage is not an error. */
  private static @Nullable String error(Fields body, boolean hasStage) {
    var error = body.find("ErrorInfo");
    if (error == null || (hasStage && error.equals(Json.object()))) {
      return null;
    }
    var reason = body.objectOrEmpty("ErrorInfo").textIfAny("Reason");
    return reason == null ? "" : reason;
  }
}
