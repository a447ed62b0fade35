package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.NertcMessage.Origin;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NertcCodecTest {
  @Test
  void threeShapesOfAnEventAreTheSameEvent() throws CodecException {
    var started = "audio.agent.speech_started";
    var inner = "{\"event\":\"" + started + "\"}";
    var expected = new NertcMessage.Event(Origin.UNKNOWN, started);
    assertEquals(expected, Messages.decode(Wire.pair("event", started)));
    assertEquals(expected, Messages.decode(Wire.pair("event", inner)));
    assertEquals(expected, Wire.decode("{\"type\":\"event\",\"data\":" + inner + "}"));
  }

  @Test
  void dataOfAnEnvelopeMayBeTextInEveryShape() throws CodecException {
    var expected = new NertcMessage.Event(origin(7), "x");
    assertEquals(expected, Wire.decode("{\"uid\":7,\"type\":\"event\",\"data\":\"x\"}"));
    assertEquals(
        expected,
        Wire.decode("{\"uid\":7,\"type\":\"event\",\"data\":\"{\\\"event\\\":\\\"x\\\"}\"}"));
  }

  @Test
  void envelopeKeepsWhereItComesFrom() throws CodecException {
    var event =
        assertInstanceOf(
            NertcMessage.Event.class,
            Wire.decode(
                """
                {"data":{"event":"x","request":"hello","timestamp":1767225600},"type":"event","uid":7}
                """));
    var uid = BigInteger.valueOf(7);
    assertEquals(new Origin(uid, 1767225600L, new Hidden("hello")), event.origin());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9007199254740993", "9223372036854775808", "18446744073709551615"})
  void uidIsExact(String uid) throws CodecException {
    var event =
        assertInstanceOf(
            NertcMessage.Event.class,
            Wire.decode("{\"uid\":" + uid + ",\"type\":\"event\",\"data\":{\"event\":\"x\"}}"));
    assertEquals(new BigInteger(uid), event.origin().uid());
    assertTrue(Wire.encoded(event).startsWith("{\"uid\":" + uid + ","));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, RANGE",
    "18446744073709551616, RANGE",
    "1e300, RANGE",
    "1.5, RANGE",
    "'\"7\"', TYPE",
    "true, TYPE"
  })
  void uidThatIsNoUnsigned64BitNumberIsRefused(String uid, String kind) {
    var json = "{\"uid\":" + uid + ",\"type\":\"event\",\"data\":{\"event\":\"x\"}}";
    assertEquals(kind + " $.uid", Wire.fault(json));
  }

  /** Every type cut short, drawn out and in capitals. */
  static List<String> almostTypes() {
    var almost = new ArrayList<String>();
    for (var type : List.of("tool", "event", "content", "emotion", "mcp", "tts")) {
      for (int length = 1; length < type.length(); length++) {
        almost.add(type.substring(0, length));
      }
      almost.add(type + "s");
      almost.add(type.toUpperCase(Locale.ROOT));
    }
    return almost;
  }

  @ParameterizedTest
  @MethodSource("almostTypes")
  void typesAreComparedWhole(String type) throws CodecException {
    var data = "{\"toolCalls\":[],\"event\":\"x\",\"message\":\"happy\",\"state\":\"start\"}";
    var expected = new NertcMessage.Other(Origin.UNKNOWN, type, JsonReader.object(data));
    assertEquals(expected, Messages.decode(Wire.pair(type, data)));
    assertEquals(expected, Wire.decode("{\"type\":\"" + type + "\",\"data\":" + data + "}"));
    assertEquals("UNRECOGNISED $", Wire.fault(Wire.pair(type, "bareword")));
  }

  @Test
  void emptyTypeIsNoTool() throws CodecException {
    assertEquals("UNRECOGNISED $", Wire.fault(Wire.pair("", "{\"toolCalls\":[]}")));
    var message = Wire.decode("{\"type\":\"\",\"data\":{\"toolCalls\":[]}}");
    assertEquals("", assertInstanceOf(NertcMessage.Other.class, message).type());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weather report", "天气", "{", "\u0001", "tool\n"})
  void typeThatIsNoWordGoesThereAndBack(String type) throws CodecException {
    var unknown = new NertcMessage.Other(Origin.UNKNOWN, type, Json.object().with("a", 1));
    assertEquals(unknown, Messages.decode(Messages.encode(unknown)));
  }

  @Test
  void missingDataIsNamed() {
    assertEquals("MISSING $.data", Wire.fault("{\"uid\":7,\"type\":\"event\"}"));
    assertEquals("MISSING $.data", Wire.fault("{\"type\":\"tool\",\"data\":null}"));
    assertEquals("TYPE $.data", Wire.fault("{\"type\":\"tool\",\"data\":[]}"));
    assertEquals("TYPE $.data", Wire.fault("{\"type\":\"tool\",\"data\":5}"));
  }

  @ParameterizedTest
  @CsvSource({
    "tool, toolCalls",
    "event, event",
    "content, content",
    "emotion, message",
    "mcp, jsonrpc",
    "tts, state"
  })
  void missingMemberIsNamed(String type, String member) {
    var path = "MISSING $.data." + member;
    assertEquals(path, Wire.fault("{\"type\":\"" + type + "\",\"data\":{}}"));
    assertEquals(path, Wire.fault(Wire.pair(type, "{}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool", "event", "emotion"})
  void dataThatIsNoObjectIsRefused(String type) {
    assertEquals("TYPE $", Wire.fault(Wire.pair(type, "[1]")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "{\"event\":")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "two words")));
  }

  @Test
  void oddMembersOfAnUnknownTypeAreKept() throws CodecException {
    var json = "{\"uid\":7,\"type\":\"weather\",\"data\":{\"timestamp\":\"noon\",\"request\":{}}}";
    var other = assertInstanceOf(NertcMessage.Other.class, Wire.decode(json));
    assertEquals(json, Wire.encoded(other));
    assertEquals(other, Messages.decode(Messages.encode(other)));
  }

  @Test
  void oddTimestampOfAKnownTypeIsRefused() {
    var json = "{\"type\":\"event\",\"data\":{\"event\":\"x\",\"timestamp\":\"noon\"}}";
    assertEquals("TYPE $.data.timestamp", Wire.fault(json));
  }

  @Test
  void trailingNulsAreDropped() throws CodecException {
    var expected = new NertcMessage.Event(Origin.UNKNOWN, "x");
    for (var nuls : List.of("\0", "\0\0\0")) {
      assertEquals(expected, Messages.decode(Wire.pair("event", "x" + nuls)));
      assertEquals(expected, Messages.decode(Wire.pair("event", "{\"event\":\"x\"}" + nuls)));
      assertEquals(expected, Wire.decode("{\"type\":\"event\",\"data\":{\"event\":\"x\"}}" + nuls));
    }
  }

  @Test
  void nulWithinDataIsRefused() {
    assertEquals("SYNTAX $", Wire.fault(Wire.pair("event", "x\0y")));
    assertEquals("SYNTAX $", Wire.fault(Wire.pair("tts", "{\"state\":\"start\"}\0{}")));
  }

  @Test
  void emotionComesAsContentAndAsItself() throws CodecException {
    assertEquals(
        new NertcMessage.Content(Origin.UNKNOWN, "emotion", "happy"),
        Messages.decode(
            Wire.pair("content", "{\"content\":{\"type\":\"emotion\",\"message\":\"happy\"}}")));
    assertEquals(
        new NertcMessage.Emotion(Origin.UNKNOWN, "no such word"),
        Messages.decode(Wire.pair("emotion", "{\"message\":\"no such word\"}")));
  }

  @Test
  void mcpComesBareInAPairAndWrapped() throws CodecException {
    var json = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    var request = new JsonRpc.Request(new Json.Num("1"), "tools/list", Json.object());
    var expected = new NertcMessage.Mcp(Origin.UNKNOWN, request);
    assertEquals(expected, Wire.decode(json));
    assertEquals(expected, Messages.decode(Wire.pair("mcp", json)));
    assertEquals(expected, Messages.decode(Wire.pair("mcp", "{\"payload\":" + json + "}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"timestamp\":5", "\"request\":\"louder\""})
  void mcpOfAnEnvelopeKeepsWhereItComesFrom(String member) throws CodecException {
    var rpc = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    var json = "{\"uid\":7,\"type\":\"mcp\",\"data\":{" + member + ",\"payload\":" + rpc + "}}";
    var message = Wire.decode(json);
    assertEquals(message, Messages.decode(Messages.encode(message)));
    assertTrue(Wire.encoded(message).contains(member));
  }

  @Test
  void knownTypesAreToldFromNewOnes() throws CodecException {
    for (var type : NertcMessage.NOT_ACTED_ON) {
      var known = Messages.decode(Wire.pair(type, "{\"message\":\"x\"}"));
      assertTrue(assertInstanceOf(NertcMessage.Other.class, known).isKnown(), type);
      assertEquals(type, known.summary());
    }
    var other = Messages.decode(Wire.pair("songsearch", "{}"));
    assertFalse(assertInstanceOf(NertcMessage.Other.class, other).isKnown());
    assertEquals("unknown type songsearch", other.summary());
  }

  @Test
  void messageWithoutUidIsWrittenAsAPair() {
    assertArrayEquals(
        Wire.hex("74 74 73 00 7b 22 73 74 61 74 65 22 3a 22 73 74 6f 70 22 7d"),
        Messages.encode(new NertcMessage.Tts(Origin.UNKNOWN, "stop")));
  }

  @Test
  void messageWithUidIsWrittenAsAnEnvelope() {
    assertEquals(
        "{\"uid\":7,\"type\":\"tts\",\"data\":{\"state\":\"stop\"}}",
        Wire.encoded(new NertcMessage.Tts(origin(7), "stop")));
  }

  @Test
  void originIsNothingInAPair() throws CodecException {
    var event =
        assertInstanceOf(NertcMessage.Event.class, Messages.decode(Wire.pair("event", "x")));
    assertNull(event.origin().uid());
    assertNull(event.origin().timestampSeconds());
    assertNull(event.origin().request());
  }

  private static Origin origin(long uid) {
    return new Origin(BigInteger.valueOf(uid), null, null);
  }

  @Test
  void dataThatIsNoObjectIsKeptWhereNothingIsKnownOfIt() throws Exception {
    for (var data : List.of("a plain tag", "[1,2]", "{\"a\":1}")) {
      var message = Messages.decode(Wire.pair("photoTag", data));
      assertInstanceOf(NertcMessage.Other.class, message);
      assertEquals(message, Messages.decode(Messages.encode(message)), data);
    }
    var list = Messages.decode(Wire.pair("updateSongList", "[{\"index\":0}]"));
    assertEquals(list, Messages.decode(Messages.encode(list)));
    for (var data : List.of("[1]", "5", "\"two words\"")) {
      var unknown = Wire.decode("{\"uid\":1,\"type\":\"new\",\"data\":" + data + "}");
      assertInstanceOf(NertcMessage.Other.class, unknown);
      assertEquals(unknown, Messages.decode(Messages.encode(unknown)), data);
    }
  }

  @Test
  void unknownTypeWithoutJsonIsNoMessage() {
    for (var type : List.of("x", "Event", "weather")) {
      var bytes = Wire.pair(type, "anything");
      assertThrows(CodecException.class, () -> Messages.decode(bytes));
    }
  }
}
