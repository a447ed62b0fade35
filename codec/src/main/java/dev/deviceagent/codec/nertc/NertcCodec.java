package dev.deviceagent.codec.nertc;

import dev.deviceagent.codec.AlarmEntry;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.mcp.JsonRpcRequest;
import dev.deviceagent.codec.nertc.NertcMessage.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes NERTC's callback in its three forms: the whole envelope {@code {uid, type, data}}; the
 * type separate from the envelope or from its inner object; and the older SDK's event, where a bare
 * word replaces that object.
 */
final class NertcCodec {
  /** Types that the vendor's code has and this agent does not use. */
  static final Set<String> NOT_ACTED_ON = Set.of("updateSongList", "textToImg", "photoTag");

  /** Epoch seconds have 10 digits until 2286; a larger number is in milliseconds. */
  private static final long SECONDS_CEILING = 10_000_000_000L;

  /** {@code alarmType}; a one-off alarm may also have a cron expression. */
  private static final int ONE_OFF = 1;

  private static final int RECURRING = 2;

  private NertcCodec() {}

  /**
   * Whether the bytes are the callback's two strings: text, one NUL, and text or nothing. If the
   * agent acts on the type, any bytes may follow it, so that decoding reports the fault.
   */
  static boolean isPair(byte[] bytes) {
    int nul = endOfType(bytes);
    return nul > 0
        && isText(bytes, 0, nul, "")
        && (isActedOn(new String(bytes, 0, nul, StandardCharsets.UTF_8))
            || isText(bytes, nul + 1, end(bytes, nul), "\t\r\n"));
  }

  private static int endOfType(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at == bytes.length ? -1 : at;
  }

  /** The length may include the terminating NUL of a C string. */
  private static int end(byte[] bytes, int nul) {
    int end = bytes.length;
    while (end > nul + 1 && bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }

  /**
   * Whether some bytes are UTF-8 without control characters.
   *
   * @param allowed control characters that are accepted
   */
  private static boolean isText(byte[] bytes, int from, int to, String allowed) {
    try {
      return JsonReader.utf8(bytes, from, to - from)
          .chars()
          .allMatch(c -> !Character.isISOControl(c) || allowed.indexOf(c) >= 0);
    } catch (CodecException e) {
      return false;
    }
  }

  static NertcMessage decode(Payload payload) throws CodecException {
    if (payload.json() == null) {
      return pair(payload.bytes());
    }
    var fields = payload.fields();
    if (fields.has("type")) {
      return envelope(fields);
    }
    if (fields.has("call")) { // our own message, echoed by the peer
      return other("call");
    }
    return new NertcMessage(null, new NertcMessage.Mcp(JsonRpcRequest.read(fields)));
  }

  /** The callback's two strings. */
  private static NertcMessage pair(byte[] bytes) throws CodecException {
    int nul = endOfType(bytes);
    var type = JsonReader.utf8(bytes, 0, nul);
    if (type.length() > Limits.NAME_CHARACTERS) {
      throw new CodecException(Kind.LIMIT, "$", "the type exceeds its length limit");
    }
    return isActedOn(type)
        ? inner(type, JsonReader.utf8(bytes, nul + 1, end(bytes, nul) - nul - 1).strip())
        : other(type);
  }

  /** The envelope. Its data is the inner object or, as in the callback, the JSON text of it. */
  private static NertcMessage envelope(Fields envelope) throws CodecException {
    var type = envelope.word("type", Limits.NAME_CHARACTERS);
    if (!isActedOn(type)) {
      return other(type);
    }
    return switch (envelope.find("data")) {
      case null -> throw envelope.missing("data");
      case Json.Obj object -> typed(type, new Fields(object, envelope.at("data")));
      case Json.Text(var text) -> inner(type, text.strip());
      default -> throw new CodecException(Kind.TYPE, envelope.at("data"), "must be an object");
    };
  }

  private static NertcMessage inner(String type, String data) throws CodecException {
    var text = data.startsWith("\uFEFF") ? data.substring(1) : data;
    if (type.equals("event") && isWord(text)) {
      return new NertcMessage(null, new NertcMessage.Event(text));
    }
    if (type.equals("mcp") && !isObject(text)) {
      return new NertcMessage(null, new NertcMessage.Mcp(JsonRpcRequest.read(text, "$.data")));
    }
    var fields = new Fields(JsonReader.object(text), "$.data");
    // The vendor's own sample passes the whole envelope after the type.
    return fields.find("type") instanceof Json.Text && fields.has("data")
        ? envelope(fields)
        : typed(type, fields);
  }

  private static boolean isObject(String text) {
    try {
      return !JsonReader.object(text).members().isEmpty();
    } catch (CodecException e) {
      return false;
    }
  }

  private static boolean isActedOn(String type) {
    return switch (type) {
      case "tool", "event", "content", "emotion", "mcp", "tts", "songSearch", "agentEvent" -> true;
      default -> false;
    };
  }

  private static NertcMessage other(String type) {
    return new NertcMessage(null, new NertcMessage.Other(type, NOT_ACTED_ON.contains(type)));
  }

  /** Compares whole types: the vendor's own demo accepts "t" as "tool". */
  private static NertcMessage typed(String type, Fields data) throws CodecException {
    var request = data.textIfAny("request");
    return new NertcMessage(request == null ? null : new Redacted(request), body(type, data));
  }

  private static Body body(String type, Fields data) throws CodecException {
    return switch (type) {
      case "tool" -> new NertcMessage.Tool(ToolCall.readAll(data, "toolCalls"));
      case "event" -> new NertcMessage.Event(data.word("event", Limits.NAME_CHARACTERS));
      case "content" -> content(data.object("content"));
      case "emotion" -> emotion(type, data);
      case "mcp" ->
          new NertcMessage.Mcp(
              JsonRpcRequest.read(
                  data.find("payload") instanceof Json.Obj ? data.object("payload") : data));
      case "tts" -> new NertcMessage.Speech(data.word("state", Limits.NAME_CHARACTERS));
      case "songSearch" -> songs(JsonReader.fields(data, "message"));
      case "agentEvent" -> agentEvent(data);
      default -> throw new IllegalStateException("unhandled type: " + type);
    };
  }

  private static Body content(Fields content) throws CodecException {
    var kind = content.word("type", Limits.NAME_CHARACTERS);
    return kind.equals("emotion") ? emotion("content", content) : new NertcMessage.Content(kind);
  }

  private static Body emotion(String type, Fields fields) throws CodecException {
    return new NertcMessage.Emotion(type, fields.word("message", Limits.EMOTION_CHARACTERS));
  }

  private static Body songs(Fields search) throws CodecException {
    var songs = new ArrayList<Song>();
    for (var song : search.objects("song_list", Limits.LIST)) {
      songs.add(new Song(song.text("name"), song.textIfAny("artist"), song.textIfAny("url")));
    }
    return new NertcMessage.SongSearch(search.truth("need_confirm"), List.copyOf(songs));
  }

  private static Body agentEvent(Fields data) throws CodecException {
    var payload = data.objectOrEmpty("agentEventPayload");
    if (!"alarm".equals(payload.textIfAny("eventType"))) {
      return new NertcMessage.Other("agentEvent", true);
    }
    var alarms = new ArrayList<AlarmEntry>();
    for (var alarm : payload.object("params").objects("alarms", Limits.LIST)) {
      var id = alarm.optionalId("id");
      var name = alarm.textIfAny("name");
      var cron = alarm.textIfAny("cronExpression");
      boolean isOneOff = alarm.integerOr("alarmType", RECURRING) == ONE_OFF;
      alarms.add(
          new AlarmEntry(
              id == null ? "" : id instanceof Json.Text(var text) ? text : id.toString(),
              name == null ? "" : name,
              instant(alarm, "currentTs"),
              instant(alarm, "nextTriggerTs"),
              isOneOff || cron == null || cron.isBlank() ? null : cron));
    }
    return new NertcMessage.Alarms(List.copyOf(alarms));
  }

  private static @Nullable Instant instant(Fields alarm, String name) throws CodecException {
    var number = alarm.optionalLong(name);
    if (number == null) {
      return null;
    }
    if (number < 0) {
      throw new CodecException(Kind.RANGE, alarm.at(name), "is before 1970");
    }
    return number > SECONDS_CEILING ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
  }

  /**
   * Whether the text has only letters, digits and the signs of names, so that it cannot be JSON.
   */
  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.length() <= Limits.NAME_CHARACTERS
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-:".indexOf(c) >= 0));
  }
}
