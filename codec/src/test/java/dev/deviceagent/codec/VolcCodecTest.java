package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.ToolCall.Arguments;
import dev.deviceagent.codec.VolcMessage.*;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolcCodecTest {
  private static final byte[] STAGE = Wire.utf8("{\"Stage\":{\"Code\":3}}");

  @Test
  void interruptIsTheseBytes() throws CodecException {
    var bytes =
        Wire.hex(
            """
            63 74 72 6c 00 00 00 17
            7b 22 43 6f 6d 6d 61 6e 64 22 3a 22 69 6e 74 65 72 72 75 70 74 22 7d
            """);
    assertArrayEquals(bytes, Messages.encode(new Control(Command.INTERRUPT)));
    assertEquals(new Control(Command.INTERRUPT), Messages.decode(bytes));
  }

  @Test
  void lengthCountsBytesAndNotCharacters() throws CodecException {
    var bytes =
        Wire.hex(
            """
            63 74 72 6c 00 00 00 47
            7b 22 43 6f 6d 6d 61 6e 64 22 3a 22
            45 78 74 65 72 6e 61 6c 54 65 78 74 54 6f 53 70 65 65 63 68
            22 2c 22 4d 65 73 73 61 67 65 22 3a 22
            e4 bd a0 e5 a5 bd
            22 2c 22 49 6e 74 65 72 72 75 70 74 4d 6f 64 65 22 3a 32 7d
            """);
    var speak = new Control(Command.speak("你好", InterruptMode.AFTER));
    assertArrayEquals(bytes, Messages.encode(speak));
    assertEquals(speak, Messages.decode(bytes));
  }

  @Test
  void everyMessageIsItsFrame() throws CodecException {
    assertFrame(
        new Subtitles(
            List.of(new Subtitle(new Hidden("hi"), "u", "en", 1, 6, true, false, 3000000000L))),
        "subv",
        """
        {"type":"subtitle","data":[{"text":"hi","userId":"u","language":"en","mode":1,\
        "sequence":6,"definite":true,"paragraph":false,"roundId":3000000000}]}\
        """);
    assertFrame(
        new Conversation("t", "u", 1L, 1767225640500L, 4, "interrupted", null),
        "conv",
        """
        {"TaskId":"t","UserID":"u","RoundID":1,"EventTime":1767225640500,\
        "Stage":{"Code":4,"Description":"interrupted"}}\
        """);
    assertFrame(
        new Conversation(null, null, null, null, null, null, "quota"),
        "conv",
        "{\"ErrorInfo\":{\"Reason\":\"quota\"}}");
    assertFrame(
        new FunctionNotice("function_calling", "A", "c", "r"),
        "info",
        """
        {"event_type":"function_calling","function":"A","tool_call_id":"c","response_id":"r"}\
        """);
    assertFrame(
        new Tool("u", List.of(new ToolCall("c", "A", new Arguments.Given(Json.object())))),
        "tool",
        """
        {"subscriber_user_id":"u","tool_calls":\
        [{"id":"c","type":"function","function":{"name":"A","arguments":"{}"}}]}\
        """);
    assertFrame(new FunctionResult("c", "晴"), "func", "{\"ToolCallID\":\"c\",\"Content\":\"晴\"}");
    assertFrame(new Control(Command.FINISH), "ctrl", "{\"Command\":\"FinishSpeechRecognition\"}");
    assertFrame(new Unknown("abCD", Json.object().with("a", 1)), "abCD", "{\"a\":1}");
  }

  private static void assertFrame(VolcMessage message, String magic, String json)
      throws CodecException {
    assertArrayEquals(Wire.frame(magic, json), Messages.encode(message));
    assertEquals(message, Messages.decode(Wire.frame(magic, json)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ctrl", "CTRL", "Conv", "tolo", "subs"})
  void magicIsComparedWhole(String magic) throws CodecException {
    var json = "{\"Command\":\"interrupt\"}";
    assertEquals(
        new Unknown(magic, JsonReader.object(json)), Messages.decode(Wire.frame(magic, json)));
  }

  @Test
  void frameOverTheBufferIsRefused() {
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", STAGE.length + 1, STAGE)));
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", 0x8FFFF, STAGE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 7, Integer.MIN_VALUE, -1})
  void lengthThatOverflowsIsRefused(int length) {
    var bytes = Wire.frame("conv", length, STAGE);
    var fault = assertThrows(CodecException.class, () -> VolcCodec.decode(bytes));
    assertEquals(Kind.FRAMING, fault.kind());
    assertEquals(
        "$: says %s bytes and has 20".formatted(Integer.toUnsignedString(length)),
        fault.getMessage());
    assertThrows(CodecException.class, () -> Messages.decode(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  void shortHeaderIsRefused(int bytes) {
    var header = new byte[bytes];
    System.arraycopy(Wire.utf8("conv"), 0, header, 0, 4);
    assertEquals("FRAMING $", Wire.fault(header));
  }

  @Test
  void trailingNulsAreDropped() throws CodecException {
    var expected = new Conversation(null, null, null, null, 3, null, null);
    var nuls = Wire.utf8("{\"Stage\":{\"Code\":3}}\0\0");
    assertEquals(expected, Messages.decode(Wire.frame("conv", STAGE.length, STAGE)));
    assertEquals(expected, Messages.decode(Wire.frame("conv", STAGE.length, nuls)));
    assertEquals(expected, Messages.decode(Wire.frame("conv", STAGE.length + 1, nuls)));
    assertEquals(expected, Messages.decode(Wire.frame("conv", STAGE.length + 2, nuls)));
  }

  @Test
  void bytesAfterTheLengthAreRefused() {
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", STAGE.length - 1, STAGE)));
    var two = Wire.utf8("{\"Stage\":{\"Code\":3}}conv");
    assertEquals("FRAMING $", Wire.fault(Wire.frame("conv", STAGE.length, two)));
  }

  @Test
  void bodyMustBeAnObject() {
    assertEquals("SYNTAX $", Wire.fault(Wire.frame("conv", "")));
    assertEquals("TYPE $", Wire.fault(Wire.frame("conv", "[]")));
    assertEquals("TYPE $", Wire.fault(Wire.frame("abCD", "5")));
    assertEquals("ENCODING $", Wire.fault(Wire.frame("conv", 1, new byte[] {(byte) 0xff})));
  }

  @ParameterizedTest
  @CsvSource({"UserID, RoundID", "UserId, RoundId", "UserID, RoundId", "UserId, RoundID"})
  void bothKeyCasesAreRead(String user, String round) throws CodecException {
    var json =
        "{\"%s\":\"u\",\"%s\":9,\"Stage\":{\"Code\":1,\"Description\":\"listening\"}}"
            .formatted(user, round);
    assertEquals(
        new Conversation(null, "u", 9L, null, 1, "listening", null),
        Messages.decode(Wire.frame("conv", json)));
  }

  @ParameterizedTest
  @CsvSource({"UserID, RoundID", "UserId, RoundId"})
  void bothKeyCasesAreReadOfAnError(String user, String round) throws CodecException {
    var json =
        "{\"%s\":\"u\",\"%s\":9,\"ErrorInfo\":{\"Reason\":\"quota\"}}".formatted(user, round);
    assertEquals(
        new Conversation(null, "u", 9L, null, null, null, "quota"),
        Messages.decode(Wire.frame("conv", json)));
  }

  @Test
  void conversationNeedsAStageOrAnError() {
    assertEquals("MISSING $.Stage", Wire.fault(Wire.frame("conv", "{\"TaskId\":\"t\"}")));
    assertEquals("MISSING $.Stage.Code", Wire.fault(Wire.frame("conv", "{\"Stage\":{}}")));
    assertEquals(
        "MISSING $.ErrorInfo.Reason", Wire.fault(Wire.frame("conv", "{\"ErrorInfo\":{}}")));
  }

  @Test
  void endOfAParagraphMayBeEmpty() throws CodecException {
    var json = "{\"data\":[{\"text\":\"\",\"definite\":true,\"paragraph\":true,\"roundId\":4}]}";
    var line = new Subtitle(new Hidden(""), null, null, null, null, true, true, 4L);
    assertEquals(new Subtitles(List.of(line)), Messages.decode(Wire.frame("subv", json)));
  }

  @Test
  void brokenSubtitlesAreNamed() {
    assertEquals("MISSING $.data", Wire.fault(Wire.frame("subv", "{}")));
    assertEquals(
        "TYPE $.data[1]", Wire.fault(Wire.frame("subv", "{\"data\":[{\"text\":\"\"},5]}")));
    assertEquals("MISSING $.data[0].text", Wire.fault(Wire.frame("subv", "{\"data\":[{}]}")));
    assertEquals("RANGE $.type", Wire.fault(Wire.frame("subv", "{\"type\":\"x\",\"data\":[]}")));
  }

  @Test
  void everyToolCallIsRead() throws CodecException {
    var json =
        """
        {"tool_calls":[
          {"id":"1","function":{"name":"A","arguments":{"x":1}}},
          {"id":"2","function":{"name":"B","arguments":"{"}},
          {"id":"3","function":{"name":"天气","arguments":""}}
        ]}
        """;
    var tool = assertInstanceOf(Tool.class, Messages.decode(Wire.frame("tool", json)));
    assertEquals(List.of("A", "B", "天气"), tool.calls().stream().map(ToolCall::name).toList());
    var second = assertInstanceOf(Arguments.Malformed.class, tool.calls().get(1).arguments());
    assertEquals(
        "$.tool_calls[1].function.arguments", second.problem().substring(0, 34), second.problem());
    assertEquals(new Arguments.Given(Json.object()), tool.calls().get(2).arguments());
  }

  @Test
  void speechOf200CodePointsIsTaken() throws CodecException {
    for (var character : List.of("a", "你", "😀")) {
      var speak = new Control(Command.speak(character.repeat(200), InterruptMode.NOW));
      assertEquals(speak, Messages.decode(Messages.encode(speak)));
    }
  }

  @Test
  void speechOver200CodePointsIsRefused() {
    for (var character : List.of("a", "你", "😀")) {
      var text = character.repeat(201);
      assertEquals("LIMIT $.Message", Wire.fault(command(Command.SPEAK, text, "1")));
      assertThrows(IllegalArgumentException.class, () -> Command.speak(text, InterruptMode.NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, RANGE", "4, RANGE", "-1, RANGE", "1.5, RANGE", "'\"1\"', TYPE"})
  void interruptModeIsOneToThree(String mode, String kind) {
    assertEquals(kind + " $.InterruptMode", Wire.fault(command(Command.SPEAK, "hi", mode)));
    assertEquals(kind + " $.InterruptMode", Wire.fault(command("interrupt", null, mode)));
  }

  @Test
  void speechNeedsItsTextAndItsMode() {
    assertEquals("MISSING $.Message", Wire.fault(command(Command.SPEAK, null, "1")));
    assertEquals("MISSING $.InterruptMode", Wire.fault(command(Command.SPEAK, "hi", null)));
    assertEquals("MISSING $.Command", Wire.fault(Wire.frame("ctrl", "{}")));
  }

  @Test
  void commandsAreComparedWhole() throws CodecException {
    var name = "externalTextToSpeech";
    assertEquals(
        new Control(new Command(name, new Hidden("a".repeat(201)), null)),
        Messages.decode(command(name, "a".repeat(201), null)));
  }

  @Test
  void updateVoiceChatObeysTheSameRules() throws CodecException {
    var json =
        """
        {"AppId":"a","RoomId":"r","TaskId":"t",\
        "Command":"ExternalTextToSpeech","Message":"hi","InterruptMode":3}\
        """;
    var update = new VoiceChatUpdate("a", "r", "t", Command.speak("hi", InterruptMode.IF_IDLE));
    assertEquals(update, Wire.decode(json));
    assertEquals(json, Wire.encoded(update));
    assertEquals("RANGE $.InterruptMode", Wire.fault(json.replace(":3", ":4")));
    assertEquals("LIMIT $.Message", Wire.fault(json.replace("hi", "你".repeat(201))));
    assertEquals("MISSING $.RoomId", Wire.fault(json.replace("RoomId", "Room")));
  }

  /** A ctrl frame of any members. */
  private static byte[] command(String name, @Nullable String message, @Nullable String mode) {
    var json = new StringBuilder("{\"Command\":\"" + name + "\"");
    if (message != null) {
      json.append(",\"Message\":\"").append(message).append('"');
    }
    if (mode != null) {
      json.append(",\"InterruptMode\":").append(mode);
    }
    return Wire.frame("ctrl", json.append('}').toString());
  }
}
