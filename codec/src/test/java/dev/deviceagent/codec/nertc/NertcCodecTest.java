package dev.deviceagent.codec.nertc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NertcCodecTest {
  private static final String CALLS =
      "[{'id':'c','type':'function','function':{'name':'SetVolume','arguments':'{\\\"volume\\\":6}'}}]"
          .replace('\'', '"');

  /** Type, inner object, summary and meaning. */
  record Row(String type, String data, String summary, Signal signal) {}

  static List<Row> rows() throws CodecException {
    var volume = new ToolCall.Arguments.Given(JsonReader.object("{\"volume\":6}"));
    return List.of(
        new Row(
            "tool",
            "{\"toolCalls\":" + CALLS + "}",
            "tool [SetVolume]",
            new Signal.Call(new ToolCall(Json.of("c"), "SetVolume", volume), new Reply.Spoken())),
        new Row(
            "event",
            "{\"event\":\"audio.agent.speech_started\"}",
            "event audio.agent.speech_started",
            new Signal.Speaking()),
        new Row(
            "event",
            "{\"event\":\"audio.agent.speech_stopped\"}",
            "event audio.agent.speech_stopped",
            new Signal.Idle()),
        new Row(
            "event",
            "{\"event\":\"audio.agent.interrupted\"}",
            "event audio.agent.interrupted",
            new Signal.Interrupted()),
        new Row("event", "{\"event\":\"x\"}", "event x", new Signal.Unknown()),
        new Row(
            "content",
            "{\"content\":{\"type\":\"emotion\",\"message\":\"happy\"}}",
            "content emotion happy",
            new Signal.Emotion("happy")),
        new Row(
            "content",
            "{\"content\":{\"type\":\"card\",\"message\":{}}}",
            "content card",
            new Signal.Unknown()),
        new Row(
            "emotion",
            "{\"message\":\"no such word\"}",
            "emotion no such word",
            new Signal.Emotion("no such word")),
        new Row("tts", "{\"state\":\"start\"}", "tts start", new Signal.Speaking()),
        new Row("tts", "{\"state\":\"stop\"}", "tts stop", new Signal.Idle()),
        new Row("tts", "{\"state\":\"pause\"}", "tts pause", new Signal.Unknown()));
  }

  /** The vendor's sample passes the whole envelope after the type. */
  @ParameterizedTest
  @MethodSource("rows")
  void everyShapeMeansTheSame(Row row) throws CodecException {
    var expected = new Received("nertc", row.summary(), List.of(row.signal()));
    var envelope = "{\"uid\":123,\"type\":\"" + row.type() + "\",\"data\":" + row.data() + "}";
    var textEnvelope = Json.object().with("type", row.type()).with("data", row.data()).toString();
    assertEquals(expected, Wire.receive(Wire.pair(row.type(), row.data())));
    assertEquals(expected, Wire.receive(envelope));
    assertEquals(expected, Wire.receive(textEnvelope));
    assertEquals(expected, Wire.receive(Wire.pair(row.type(), envelope)));
    assertEquals(expected, Wire.receive(Wire.pair(row.type(), textEnvelope)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void spaceNulsAndAByteOrderMarkAreTolerated(Row row) throws CodecException {
    var expected = new Received("nertc", row.summary(), List.of(row.signal()));
    var envelope = "{\"type\":\"" + row.type() + "\",\"data\":" + row.data() + "}";
    for (var before : List.of("\uFEFF", "\uFEFF ", " \r\n\t")) {
      assertEquals(expected, Wire.receive(Wire.pair(row.type(), before + row.data())));
      assertEquals(expected, Wire.receive(Wire.pair(row.type(), before + envelope)));
      assertEquals(expected, Wire.receive(before + envelope));
    }
    for (var after : List.of("\n", "\0", " \r\n\0\0\0")) {
      assertEquals(expected, Wire.receive(Wire.pair(row.type(), row.data() + after)));
      assertEquals(expected, Wire.receive(envelope + after));
    }
  }

  /** Exact bytes of the vendor's form: the envelope after the type. */
  @Test
  void wholeEnvelopeBehindTheTypeIsRead() throws CodecException {
    var tool =
        Wire.signals(
            "tool\0{\"uid\":123,\"type\":\"tool\",\"data\":{\"toolCalls\":" + CALLS + "}}");
    assertEquals(List.of(rows().getFirst().signal()), tool);
    assertEquals(
        List.of(new Signal.Subtitle(Speaker.OWNER, new Redacted("stop")), new Signal.Interrupted()),
        Wire.signals(
            "event\0{\"uid\":123,\"type\":\"event\",\"data\":"
                + "{\"request\":\"stop\",\"event\":\"audio.agent.interrupted\"}}"));
    assertEquals(
        List.of(new Signal.Emotion("sad")),
        Wire.signals(
            "content\0{\"uid\":123,\"type\":\"content\",\"data\":"
                + "{\"content\":{\"type\":\"emotion\",\"message\":\"sad\"}}}"));
    assertEquals(
        List.of(new Signal.Emotion("sad")),
        Wire.signals("emotion\0{\"uid\":123,\"type\":\"emotion\",\"data\":{\"message\":\"sad\"}}"));
  }

  @ParameterizedTest
  @CsvSource({"audio.agent.speech_started, true", "bareword, false", "a-b:c_d.9, false"})
  void eventMayBeABareWord(String word, boolean isKnown) throws CodecException {
    var signal = isKnown ? new Signal.Speaking() : new Signal.Unknown();
    var expected = new Received("nertc", "event " + word, List.of(signal));
    assertEquals(expected, Wire.receive(Wire.pair("event", word)));
    assertEquals(expected, Wire.receive(Wire.pair("event", word + "\n")));
    assertEquals(expected, Wire.receive(Wire.pair("event", word + "\0")));
    assertEquals(expected, Wire.receive(Wire.pair("event", "\uFEFF" + word)));
    assertEquals(
        expected, Wire.receive("{\"uid\":7,\"type\":\"event\",\"data\":\"" + word + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emotion", "tts", "content", "tool"})
  void bareWordIsNothingElse(String type) {
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "happy")));
    assertEquals("SYNTAX $", Wire.fault("{\"type\":\"" + type + "\",\"data\":\"happy\"}"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestIsWhatTheOwnerSaid(Row row) throws CodecException {
    var data = "{\"timestamp\":1767225600,\"request\":\"hello\"," + row.data().substring(1);
    var expected = List.of(new Signal.Subtitle(Speaker.OWNER, new Redacted("hello")), row.signal());
    var envelope = "{\"uid\":7,\"type\":\"" + row.type() + "\",\"data\":" + data + "}";
    assertEquals(expected, Wire.signals(envelope));
    assertEquals(expected, Wire.signals(Wire.pair(row.type(), data)));
    assertEquals(expected, Wire.signals(Wire.pair(row.type(), envelope)));
  }

  @Test
  void everyCallOfAMessageIsASignal() throws CodecException {
    var signals =
        Wire.signals(
            Wire.pair(
                "tool",
                "{\"toolCalls\":[{\"function\":{\"name\":\"播放\"}},{},{\"function\":{\"name\":\"B\"}}]}"));
    assertEquals(
        List.of("播放", "", "B"),
        signals.stream().map(signal -> ((Signal.Call) signal).call().name()).toList());
  }

  @Test
  void messageWithoutCallsMeansNothing() throws CodecException {
    var received = Wire.receive(Wire.pair("tool", "{\"toolCalls\":[]}"));
    assertEquals(List.of(new Signal.Unused("The message is empty.")), received.signals());
  }

  @ParameterizedTest
  @ValueSource(strings = {"good_bye_call", "Long_Silence"})
  void endOfTheConversationIsNoCall(String name) throws CodecException {
    for (var arguments : List.of("", ",\"arguments\":\"\"", ",\"arguments\":5")) {
      var function = "{\"name\":\"" + name + "\"" + arguments + "}";
      assertEquals(
          new Signal.Goodbye(),
          Wire.signal(
              Wire.pair("tool", "{\"toolCalls\":[{\"id\":\"\",\"function\":" + function + "}]}")));
    }
    var other = name.toUpperCase(Locale.ROOT);
    assertEquals(
        other,
        Wire.calls(
                Wire.pair("tool", "{\"toolCalls\":[{\"function\":{\"name\":\"" + other + "\"}}]}"))
            .getFirst()
            .name());
  }

  /** Every type shortened, lengthened and in capitals. */
  static List<String> almostTypes() {
    var almost = new ArrayList<String>();
    for (var type :
        List.of("tool", "event", "content", "emotion", "mcp", "tts", "songSearch", "agentEvent")) {
      for (int length = 1; length < type.length(); length++) {
        almost.add(type.substring(0, length));
      }
      almost.add(type + "s");
      almost.add(" " + type);
      almost.add(type.toUpperCase(Locale.ROOT));
    }
    return almost;
  }

  @ParameterizedTest
  @MethodSource("almostTypes")
  void typesAreComparedWhole(String type) throws CodecException {
    var data = "{\"toolCalls\":[],\"event\":\"x\",\"message\":\"happy\",\"state\":\"start\"}";
    var expected = new Received("nertc", "type " + type, List.of(new Signal.Unknown()));
    assertEquals(expected, Wire.receive(Wire.pair(type, data)));
    assertEquals(expected, Wire.receive(Wire.pair(type, "bareword")));
    assertEquals(expected, Wire.receive("{\"type\":\"" + type + "\",\"data\":" + data + "}"));
  }

  /** An unknown type is accepted with any data or none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "transcript\0hello world",
        "heartbeat\0",
        "ping\0",
        "agent/event\0{}",
        "事件\0{}",
        "two words\0{}",
        "x\0anything",
        "weather\0[1,2]",
        "abcd\0{\"a\":1}",
        "abcd\0 {",
        "abcd\0\t{",
        "abcd\0\n",
        "abcd\0\r\n{"
      })
  void unknownTypeIsKeptWithAnythingBehindIt(String text) throws CodecException {
    var type = text.substring(0, text.indexOf(0));
    assertEquals(
        new Received("nertc", "type " + type, List.of(new Signal.Unknown())), Wire.receive(text));
  }

  /**
   * Bytes that are not text on both sides of the NUL are not a pair: random bytes often contain a
   * NUL.
   */
  @Test
  void bytesThatAreNoTextAreNoPair() {
    for (var bytes :
        List.of("61 62 63 64 65 66 00 ff fe 00 7b", "61 62 63 64 65 66 00 07", "61 07 00 7b 7d")) {
      assertEquals("UNRECOGNISED $", Wire.fault(Wire.hex(bytes)), bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weather report", "天气", "{", "\\u0001", "tool\\n"})
  void typeOfAnEnvelopeMayBeAnyText(String type) throws CodecException {
    for (var data : List.of("", ",\"data\":{}", ",\"data\":[1]", ",\"data\":5")) {
      assertEquals(
          List.of(new Signal.Unknown()),
          Wire.signals("{\"uid\":1,\"type\":\"" + type + "\"" + data + "}"));
    }
  }

  @Test
  void emptyTypeIsNoTool() throws CodecException {
    assertEquals("UNRECOGNISED $", Wire.fault(Wire.pair("", "{\"toolCalls\":[]}")));
    assertEquals(
        "type ", Wire.receive("{\"type\":\"\",\"data\":{\"toolCalls\":" + CALLS + "}}").summary());
  }

  @ParameterizedTest
  @ValueSource(strings = {"updateSongList", "textToImg", "photoTag"})
  void knownTypesAreToldFromNewOnes(String type) throws CodecException {
    assertTrue(NertcCodec.NOT_ACTED_ON.contains(type));
    assertEquals(3, NertcCodec.NOT_ACTED_ON.size());
    for (var data : List.of("{\"message\":\"x\"}", "a plain tag", "[{\"index\":0}]", "")) {
      assertEquals(
          new Received(
              "nertc", type, List.of(new Signal.Unused("Known; this device does not act on it."))),
          Wire.receive(Wire.pair(type, data)));
    }
    var other = type.toLowerCase(Locale.ROOT);
    assertEquals("type " + other, Wire.receive(Wire.pair(other, "{}")).summary());
  }

  @Test
  void missingDataIsNamed() {
    assertEquals("MISSING $.data", Wire.fault("{\"uid\":7,\"type\":\"event\"}"));
    assertEquals("MISSING $.data", Wire.fault("{\"type\":\"tool\",\"data\":null}"));
    assertEquals("TYPE $.data", Wire.fault("{\"type\":\"tool\",\"data\":[]}"));
    assertEquals("TYPE $.data", Wire.fault("{\"type\":\"tool\",\"data\":5}"));
    assertEquals("SYNTAX $", Wire.fault("tool\0"));
  }

  @ParameterizedTest
  @CsvSource({
    "tool, toolCalls",
    "event, event",
    "content, content",
    "emotion, message",
    "tts, state",
    "songSearch, message"
  })
  void missingMemberIsNamed(String type, String member) {
    var path = "MISSING $.data." + member;
    assertEquals(path, Wire.fault("{\"type\":\"" + type + "\",\"data\":{}}"));
    assertEquals(path, Wire.fault(Wire.pair(type, "{}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool", "event", "emotion", "songSearch", "agentEvent"})
  void dataThatIsNoObjectIsRefused(String type) {
    assertEquals("TYPE $", Wire.fault(Wire.pair(type, "[1]")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "{\"event\":")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "two words")));
  }

  @Test
  void nulWithinDataIsRefused() {
    assertEquals("SYNTAX $", Wire.fault(Wire.pair("event", "x\0y")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair("tts", "{\"state\":\"start\"}\0{}")));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertEquals("ENCODING $", Wire.fault(Wire.hex("74 74 73 00 7b 22 80 22 3a 31 7d")));
    assertEquals("UNRECOGNISED $", Wire.fault(Wire.hex("c3 28 00 7b 7d")));
  }

  /**
   * Each level of text within text doubles the backslashes, so a message has room for few levels.
   */
  @Test
  void envelopesWithinEnvelopesEnd() throws CodecException {
    var data = "{\"state\":\"stop\"}";
    for (int level = 0; level < 12; level++) {
      data = Json.object().with("type", "tts").with("data", data).toString();
    }
    assertEquals(new Signal.Idle(), Wire.signal(data));
    assertEquals(new Signal.Idle(), Wire.signal(Wire.pair("tts", data)));
  }
}
