package dev.deviceagent.codec.volcengine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Payload;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.ToolCall.Arguments;
import dev.deviceagent.codec.Wire;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolcCodecTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("volcengine");
  private static final byte[] STAGE = Wire.utf8("{\"Stage\":{\"Code\":3}}");
  private static final List<Signal> SPEAKING = List.of(new Signal.Speaking());

  @Test
  void everyStageIsAState() throws CodecException {
    var states =
        List.of(
            new Signal.Unknown(),
            new Signal.Listening(),
            new Signal.Thinking(),
            new Signal.Speaking(),
            new Signal.Interrupted(),
            new Signal.Idle(),
            new Signal.Unknown());
    for (int stage = 0; stage < states.size(); stage++) {
      var json =
          """
          {"TaskId":"t","UserID":"u","RoundID":1,"EventTime":1767225640500,\
          "Stage":{"Code":%d,"Description":"answering"}}\
          """
              .formatted(stage);
      assertEquals(
          new Received("volcengine", "conv stage " + stage, List.of(states.get(stage))),
          Wire.receive(Wire.frame("conv", json)));
    }
  }

  @Test
  void emptyErrorBesideAStageIsNone() throws CodecException {
    assertEquals(
        new Received("volcengine", "conv stage 3", SPEAKING),
        conversation("{'Stage':{'Code':3},'ErrorInfo':{}}"));
    assertEquals(SPEAKING, conversation("{'Stage':{'Code':3},'ErrorInfo':null}").signals());
  }

  @Test
  void errorBesideAStageIsBoth() throws CodecException {
    assertEquals(
        List.of(new Signal.Speaking(), new Signal.Error("quota")),
        conversation("{'Stage':{'Code':3},'ErrorInfo':{'Reason':'quota'}}").signals());
    for (var error : List.of("{'Code':5}", "{'Reason':null}", "{'Reason':5}", "'quota'", "[]")) {
      assertEquals(
          List.of(new Signal.Speaking(), new Signal.Error("no reason given")),
          conversation("{'Stage':{'Code':3},'ErrorInfo':" + error + "}").signals(),
          error);
    }
  }

  @Test
  void errorWithoutAStageIsAnError() throws CodecException {
    assertEquals(
        new Received("volcengine", "conv error", List.of(new Signal.Error("quota"))),
        conversation("{'UserId':'u','RoundId':9,'ErrorInfo':{'Reason':'quota'}}"));
    for (var error : List.of("{}", "{'Code':5}", "{'Reason':''}")) {
      assertEquals(
          List.of(new Signal.Error("no reason given")),
          conversation("{'ErrorInfo':" + error + "}").signals(),
          error);
    }
  }

  @Test
  void conversationNeedsAStageOrAnError() {
    assertEquals("MISSING $.Stage", Wire.fault(Wire.frame("conv", "{\"TaskId\":\"t\"}")));
    assertEquals("MISSING $.Stage", Wire.fault(Wire.frame("conv", "{\"ErrorInfo\":null}")));
    assertEquals("MISSING $.Stage.Code", Wire.fault(Wire.frame("conv", "{\"Stage\":{}}")));
    assertEquals("TYPE $.Stage", Wire.fault(Wire.frame("conv", "{\"Stage\":3}")));
  }

  private static Received conversation(String json) throws CodecException {
    return Wire.receive(Wire.frame("conv", json.replace('\'', '"')));
  }

  @Test
  void everyLineIsASubtitle() throws CodecException {
    assertEquals(
        new Received(
            "volcengine",
            "subv 2 lines",
            List.of(
                new Signal.Subtitle(Speaker.UNKNOWN, new Redacted("hi")),
                new Signal.Subtitle(Speaker.UNKNOWN, new Redacted("")))),
        Wire.receive(
            Wire.frame(
                "subv",
                """
                {"type":"subtitle","data":[
                  {"text":"hi","userId":"u","language":"en","mode":1,"sequence":6,"roundId":2},
                  {"text":"","definite":true,"paragraph":true,"roundId":2}]}
                """)));
  }

  @Test
  void brokenSubtitlesAreNamed() {
    assertEquals("MISSING $.data", Wire.fault(Wire.frame("subv", "{}")));
    assertEquals(
        "TYPE $.data[1]", Wire.fault(Wire.frame("subv", "{\"data\":[{\"text\":\"\"},5]}")));
    assertEquals("MISSING $.data[0].text", Wire.fault(Wire.frame("subv", "{\"data\":[{}]}")));
  }

  @Test
  void listWithNothingInItMeansNothing() throws CodecException {
    var nothing = List.of(new Signal.Unused("The message is empty."));
    assertEquals(nothing, Wire.signals(Wire.frame("subv", "{\"data\":[]}")));
    assertEquals(nothing, Wire.signals(Wire.frame("tool", "{\"tool_calls\":[]}")));
  }

  @Test
  void callIsAnnounced() throws CodecException {
    var json =
        """
        {"event_type":"function_calling","function":"A","tool_call_id":"c","response_id":"r"}\
        """;
    assertEquals(
        new Received("volcengine", "info function_calling", List.of(new Signal.CallAnnounced())),
        Wire.receive(Wire.frame("info", json)));
    assertEquals("MISSING $.event_type", Wire.fault(Wire.frame("info", "{}")));
  }

  @Test
  void everyToolCallIsRead() throws CodecException {
    var json =
        """
        {"subscriber_user_id":"u","tool_calls":[
          {"id":"1","type":"function","function":{"name":"A","arguments":{"x":1}}},
          {"id":"2","function":{"name":"B","arguments":"{"}},
          {"id":"3","function":{"name":"天气","arguments":""}}
        ]}
        """;
    var received = Wire.receive(Wire.frame("tool", json));
    assertEquals("tool [A, B, 天气]", received.summary());
    assertEquals(
        new Signal.Call(
            new ToolCall(Json.of("1"), "A", new Arguments.Given(Json.object().with("x", 1))),
            new Reply.Message(DIALECT, "tool", Json.of("1"))),
        received.signals().getFirst());
    var calls = Wire.calls(Wire.frame("tool", json));
    var second = assertInstanceOf(Arguments.Malformed.class, calls.get(1).arguments());
    assertEquals(
        "$.tool_calls[1].function.arguments", second.problem().substring(0, 34), second.problem());
    assertEquals(new Arguments.Given(Json.object()), calls.get(2).arguments());
  }

  /** The cloud matches the result by its id, so the id returns exactly as the cloud wrote it. */
  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7\"", "\"\"", "7.0"})
  void resultGoesBackUnderItsId(String id) throws CodecException {
    var json =
        "{\"tool_calls\":[{\"id\":%s,\"type\":\"tool\",\"function\":{\"name\":\"A\"}}]}"
            .formatted(id);
    var call = assertInstanceOf(Signal.Call.class, Wire.signal(Wire.frame("tool", json)));
    assertEquals("A", call.call().name());
    var reply = assertInstanceOf(Reply.Message.class, call.reply());
    var messages = reply.dialect().reply(reply, new Outcome.Done(Json.object().with("volume", 40)));
    assertEquals(1, messages.size());
    assertEquals(
        Wire.text(
            Wire.frame(
                "func",
                "{\"ToolCallID\":%s,\"Content\":\"{\\\"ok\\\":true,\\\"volume\\\":40}\"}"
                    .formatted(id))),
        Wire.text(messages.getFirst().encode()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"id\":null,", "\"id\":true,", "\"id\":{},"})
  void callWithoutAnIdHasNoReply(String id) throws CodecException {
    var json = "{\"tool_calls\":[{" + id + "\"function\":{\"name\":\"A\"}}]}";
    var call = assertInstanceOf(Signal.Call.class, Wire.signal(Wire.frame("tool", json)));
    assertEquals(new Reply.None(), call.reply());
  }

  /**
   * A message that a device sends is not one from the cloud, and is never a reason to reject it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctrl | {'Command':'interrupt','InterruptMode':0,'Message':''}",
        "ctrl | {'Command':'ExternalTextToSpeech'}",
        "ctrl | {}",
        "ctrl | no JSON",
        "func | {'ToolCallID':'c','Content':'c'}",
        "func | {'ToolCallID':5}",
        "Ctrl | {'Command':'interrupt'}",
        "CTRL | {'Command':'interrupt'}",
        "Conv | {'Stage':{'Code':3}}",
        "tolo | {'tool_calls':[]}",
        "subs | {'data':[]}",
        "abCD | 5",
        "abCD | ''",
        "abCD | 天气 {",
        "XtrA | {'a':1,'a':2}"
      })
  void frameOfAnotherMagicIsUnknownWhateverIsInIt(String magic, String body) throws CodecException {
    assertEquals(
        new Received("volcengine", "magic " + magic, List.of(new Signal.Unknown())),
        Wire.receive(Wire.frame(magic, body.replace('\'', '"'))));
  }

  @Test
  void frameOfAnotherMagicMayHoldBytesThatAreNoText() throws CodecException {
    assertEquals(
        List.of(new Signal.Unknown()),
        Wire.signals(Wire.frame("abCD", 4, Wire.hex("ff fe c3 28"))));
    assertEquals(List.of(new Signal.Unknown()), Wire.signals(Wire.frame("abCD", "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 0xFF, 0x100, 0x7B7B, 0x10000, 0x77B7B, Limits.MESSAGE_BYTES_CEILING - 8})
  void frameOfAnyLengthIsRecognised(int length) throws CodecException {
    var json = new byte[length];
    Arrays.fill(json, (byte) ' ');
    System.arraycopy(STAGE, 0, json, 0, STAGE.length);
    assertEquals(SPEAKING, Wire.signals(Wire.frame("conv", length, json)));
    assertEquals("magic abcd", Wire.receive(Wire.frame("abcd", length, json)).summary());
  }

  @Test
  void frameOverTheBufferIsRefused() {
    for (var magic : List.of("conv", "abCD")) {
      assertEquals("FRAMING $", Wire.fault(Wire.frame(magic, STAGE.length + 1, STAGE)));
      assertEquals("FRAMING $", Wire.fault(Wire.frame(magic, 0x8FFFF, STAGE)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x8FFFF, 21})
  void lengthOfTooManyBytesIsNamed(int length) {
    var bytes = Wire.frame("conv", length, STAGE);
    var fault = assertThrows(CodecException.class, () -> Wire.receive(bytes));
    assertEquals("$: declares " + length + " bytes but has 20", fault.getMessage());
  }

  /** Such a frame is not recognised; decoding it is still a fault. */
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 7, Integer.MIN_VALUE, -1})
  void lengthThatOverflowsIsRefused(int length) throws CodecException {
    var bytes = Wire.frame("conv", length, STAGE);
    var payload = Payload.of(bytes);
    var fault = assertThrows(CodecException.class, () -> VolcCodec.decode(payload));
    assertEquals(Kind.FRAMING, fault.kind());
    assertEquals(
        "$: declares %s bytes but has 20".formatted(Integer.toUnsignedString(length)),
        fault.getMessage());
    assertThrows(CodecException.class, () -> Wire.receive(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 7})
  void shortHeaderIsRefused(int bytes) {
    assertEquals("FRAMING $", Wire.fault(Arrays.copyOf(Wire.utf8("conv"), bytes)));
    assertEquals("FRAMING $", Wire.fault(Arrays.copyOf(Wire.utf8("tool"), bytes)));
  }

  @Test
  void trailingNulsAreDropped() throws CodecException {
    var nuls = Wire.utf8("{\"Stage\":{\"Code\":3}}\0\0");
    assertEquals(SPEAKING, Wire.signals(Wire.frame("conv", STAGE.length, STAGE)));
    assertEquals(SPEAKING, Wire.signals(Wire.frame("conv", STAGE.length, nuls)));
    assertEquals(SPEAKING, Wire.signals(Wire.frame("conv", STAGE.length + 1, nuls)));
    assertEquals(SPEAKING, Wire.signals(Wire.frame("conv", STAGE.length + 2, nuls)));
  }

  @Test
  void bytesAfterTheLengthAreRefused() {
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", STAGE.length - 1, STAGE)));
    var two = Wire.utf8("{\"Stage\":{\"Code\":3}}conv");
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", STAGE.length, two)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv", "subv", "info", "tool"})
  void bodyOfAKnownMagicMustBeAnObject(String magic) {
    assertEquals("SYNTAX $", Wire.fault(Wire.frame(magic, "")));
    assertEquals("TYPE $", Wire.fault(Wire.frame(magic, "[]")));
    assertEquals("SYNTAX $", Wire.fault(Wire.frame(magic, "{\"a\":1,}")));
    assertEquals("ENCODING $", Wire.fault(Wire.frame(magic, 1, new byte[] {(byte) 0xff})));
  }

  @Test
  void serversCommandIsUnknown() throws CodecException {
    for (var command : List.of("\"interrupt\"", "\"ExternalTextToSpeech\"", "5", "{}")) {
      var received =
          Wire.receive(
              "{\"AppId\":\"a\",\"RoomId\":\"r\",\"TaskId\":\"t\",\"Command\":%s,\"InterruptMode\":9}"
                  .formatted(command));
      assertEquals("volcengine", received.source());
      assertEquals(List.of(new Signal.Unknown()), received.signals());
    }
  }
}
