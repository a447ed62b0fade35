package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.NertcMessage.Origin;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * NERTC's callback, in its three shapes: the whole envelope {@code {uid, type, data}}; the type
 * apart from an inner object; and the older SDK's event, a bare word in place of that object.
 */
final class NertcCodec {
  /** The types whose data is an object with members known here. */
  private static final Set<String> ACTED_ON =
      Set.of("tool", "event", "content", "emotion", "mcp", "tts");

  private NertcCodec() {}

  /** The envelope. Its data may be the inner object or, as in the callback, its text. */
  static NertcMessage envelope(Fields envelope) throws CodecException {
    var uid = envelope.optionalUnsigned("uid");
    var type = envelope.word("type", Limits.NAME_CHARACTERS);
    return switch (envelope.find("data")) {
      case null -> throw envelope.missing("data");
      case Json.Obj object -> typed(uid, type, new Fields(object, envelope.at("data")));
      case Json.Text(var text) -> inner(uid, type, text);
      case Json data when !ACTED_ON.contains(type) -> other(uid, type, data);
      default -> throw new CodecException(Kind.TYPE, envelope.at("data"), "must be an object");
    };
  }

  /** The callback's two strings: the type, one NUL, the data. */
  static NertcMessage pair(byte[] bytes, int nul) throws CodecException {
    int end = bytes.length;
    while (end > nul + 1 && bytes[end - 1] == 0) {
      end--; // a C string's own NUL, counted into its length
    }
    var type = JsonReader.utf8(bytes, 0, nul);
    if (!isWord(type)) {
      throw new CodecException(Kind.UNRECOGNISED, "$", "a NUL, and no type before it");
    }
    var data = JsonReader.utf8(bytes, nul + 1, end - nul - 1);
    boolean isKnown = ACTED_ON.contains(type) || NertcMessage.NOT_ACTED_ON.contains(type);
    if (!isKnown && !looksLikeJson(data)) {
      throw new CodecException(Kind.UNRECOGNISED, "$", "an unknown type, and no JSON behind it");
    }
    return inner(null, type, data);
  }

  private static NertcMessage inner(@Nullable BigInteger uid, String type, String data)
      throws CodecException {
    if (type.equals("event") && isWord(data)) {
      return new NertcMessage.Event(new Origin(uid, null, null), data);
    }
    if (ACTED_ON.contains(type)) {
      return typed(uid, type, new Fields(JsonReader.object(data), "$.data"));
    }
    return other(uid, type, looksLikeJson(data) ? JsonReader.read(data) : new Json.Text(data));
  }

  private static boolean looksLikeJson(String data) {
    var start = data.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** What the members of its data mean is not known, whatever their names. */
  private static NertcMessage other(@Nullable BigInteger uid, String type, Json data) {
    return new NertcMessage.Other(new Origin(uid, null, null), type, data);
  }

  /** Types are compared whole: the vendor's own demo takes "t" for "tool". */
  private static NertcMessage typed(@Nullable BigInteger uid, String type, Fields data)
      throws CodecException {
    return switch (type) {
      case "tool" -> new NertcMessage.Tool(origin(uid, data), ToolCall.readAll(data, "toolCalls"));
      case "event" ->
          new NertcMessage.Event(origin(uid, data), data.word("event", Limits.NAME_CHARACTERS));
      case "content" -> {
        var content = data.object("content");
        var kind = content.word("type", Limits.NAME_CHARACTERS);
        var message =
            kind.equals("emotion")
                ? content.word("message", Limits.EMOTION_CHARACTERS)
                : content.text("message");
        yield new NertcMessage.Content(origin(uid, data), kind, message);
      }
      case "emotion" ->
          new NertcMessage.Emotion(
              origin(uid, data), data.word("message", Limits.EMOTION_CHARACTERS));
      case "mcp" -> {
        var wrapped = data.optionalObject("payload"); // LITE mode wraps it
        yield new NertcMessage.Mcp(
            origin(uid, data), JsonRpc.read(wrapped == null ? data : wrapped));
      }
      case "tts" ->
          new NertcMessage.Tts(origin(uid, data), data.word("state", Limits.NAME_CHARACTERS));
      default -> other(uid, type, data.object());
    };
  }

  private static Origin origin(@Nullable BigInteger uid, Fields data) throws CodecException {
    return new Origin(uid, data.optionalLong("timestamp"), data.optionalHidden("request"));
  }

  /** The envelope where there is a uid or a type that no pair can have, else the pair. */
  static byte[] encode(NertcMessage message) {
    var type = type(message);
    var data = data(message);
    var uid = message.origin().uid();
    if (uid != null || !isWord(type)) {
      return JsonWriter.utf8(
          Json.object().withOptional("uid", uid).with("type", type).with("data", data));
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(type.getBytes(StandardCharsets.UTF_8));
    bytes.write(0);
    bytes.writeBytes(
        data instanceof Json.Text(var text)
            ? text.getBytes(StandardCharsets.UTF_8)
            : JsonWriter.utf8(data));
    return bytes.toByteArray();
  }

  private static String type(NertcMessage message) {
    return switch (message) {
      case NertcMessage.Tool _ -> "tool";
      case NertcMessage.Event _ -> "event";
      case NertcMessage.Content _ -> "content";
      case NertcMessage.Emotion _ -> "emotion";
      case NertcMessage.Mcp _ -> "mcp";
      case NertcMessage.Tts _ -> "tts";
      case NertcMessage.Other other -> other.type();
    };
  }

  private static Json data(NertcMessage message) {
    var origin = message.origin();
    var request = origin.request();
    var data =
        Json.object()
            .withOptional("timestamp", origin.timestampSeconds())
            .withOptional("request", request == null ? null : request.text());
    return switch (message) {
      case NertcMessage.Tool(_, var calls) ->
          data.with("toolCalls", calls.stream().map(ToolCall::toJson).toList());
      case NertcMessage.Event(_, var event) -> data.with("event", event);
      case NertcMessage.Content(_, var kind, var text) ->
          data.with("content", Json.object().with("type", kind).with("message", text));
      case NertcMessage.Emotion(_, var emotion) -> data.with("message", emotion);
      case NertcMessage.Mcp(_, var rpc) ->
          data.equals(Json.object()) ? rpc.toJson() : data.with("payload", rpc.toJson());
      case NertcMessage.Tts(_, var state) -> data.with("state", state);
      case NertcMessage.Other(_, _, var any) -> any;
    };
  }

  /** Letters, digits and the signs that names have: what no random bytes and no JSON look like. */
  static boolean isWord(String text) {
    return !text.isEmpty()
        && text.length() <= Limits.NAME_CHARACTERS
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-:".indexOf(c) >= 0));
  }
}
