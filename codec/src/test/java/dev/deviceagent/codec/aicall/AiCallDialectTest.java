package dev.deviceagent.codec.aicall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiCallDialectTest {
  private static final Dialect DIALECT = Wire.DIALECTS.get("aicall");
  private static final String INTERRUPT = request(1101, "");
  private static final String START = request(1106, "");
  private static final String FINISH = request(1107, "");
  private static final String CANCEL = request(1108, "");

  private static String request(int number, String data) {
    return "{\"type\":" + number + ",\"senderId\":\"u\",\"receiverId\":\"r\"" + data + "}";
  }

  /** Message number, data, summary and meaning. */
  record Row(int number, String data, String title, Signal signal) {}

  static List<Row> rows() {
    return List.of(
        new Row(
            1000,
            "{'code':4001,'message':'full'}",
            "AgentError",
            new Signal.Error("error 4001: full")),
        new Row(1000, "{'code':0}", "AgentError", new Signal.Error("error 0")),
        new Row(1000, "{'code':0,'message':5}", "AgentError", new Signal.Error("error 0")),
        new Row(1001, "{'state':1}", "AgentState", new Signal.Listening()),
        new Row(1001, "{'state':2}", "AgentState", new Signal.Thinking()),
        new Row(1001, "{'state':3}", "AgentState", new Signal.Speaking()),
        new Row(1001, "{'state':0}", "AgentState", new Signal.Unknown()),
        new Row(1001, "{'state':4}", "AgentState", new Signal.Unknown()),
        new Row(1001, "{'state':5}", "AgentState", new Signal.Unknown()),
        new Row(1001, "{'state':-1}", "AgentState", new Signal.Unknown()),
        new Row(1002, "{'text':'hi','end':false}", "AgentSubtitle", said(Speaker.AI, "hi")),
        new Row(1003, "{'text':'hi','voiceprint':2}", "UserSubtitle", said(Speaker.OWNER, "hi")),
        new Row(1003, "{'text':''}", "UserSubtitle", said(Speaker.OWNER, "")),
        new Row(
            1004,
            "{'enable':true}",
            "VoiceInterruptionChanged",
            new Signal.Unused("Interruption by voice is turned on or off.")),
        new Row(
            1005,
            "{'voiceId':'v'}",
            "VoiceChanged",
            new Signal.Unused("The voice of the AI has changed.")),
        new Row(
            1006,
            "{'token':'t'}",
            "RtcToken",
            new Signal.Unused("The access token of the room; not shown.")),
        new Row(1007, "{'enable':true}", "PushToTalkChanged", new Signal.PushToTalkMode(true)),
        new Row(1007, "{'enable':false}", "PushToTalkChanged", new Signal.PushToTalkMode(false)),
        new Row(
            1008,
            "{'enable':true}",
            "VoiceprintUseChanged",
            new Signal.Unused("Recognition of the voice is turned on or off.")),
        new Row(1009, "null", "VoiceprintCleared", new Signal.Unused("The voiceprint is deleted.")),
        new Row(
            1010,
            "{'reason':2001,'message':'idle'}",
            "AgentLeaving",
            new Signal.Leaving("reason 2001: idle")),
        new Row(1010, "{'reason':0}", "AgentLeaving", new Signal.Leaving("reason 0")),
        new Row(1010, "{'message':'idle'}", "AgentLeaving", new Signal.Leaving("reason 0: idle")),
        new Row(1010, "{'reason':'2001'}", "AgentLeaving", new Signal.Leaving("reason 0")),
        new Row(1010, "{}", "AgentLeaving", new Signal.Leaving("reason 0")),
        new Row(1010, "null", "AgentLeaving", new Signal.Leaving("reason 0")),
        new Row(1010, "[]", "AgentLeaving", new Signal.Leaving("reason 0")),
        new Row(1011, "{'message':'{}'}", "CustomMessage", custom("{}")),
        new Row(1011, "{'message':'not JSON'}", "CustomMessage", custom("not JSON")),
        new Row(1011, "{'message':''}", "CustomMessage", custom("")),
        new Row(
            1011, "{'message':{ 'a' : ['b', 80.0] }}", "CustomMessage", custom("{'a':['b',80.0]}")),
        new Row(
            1012,
            "{'takeoverUid':'u','takeoverMode':0}",
            "TakeoverStarting",
            new Signal.Unused("A person replaces the AI.")),
        new Row(
            1013,
            "{'takeoverUid':'u'}",
            "TakeoverConnected",
            new Signal.Unused("That person is connected.")),
        new Row(1014, "{'emotion':'happy'}", "EmotionChanged", new Signal.Emotion("happy")),
        new Row(
            1014,
            "{'emotion':'no such word'}",
            "EmotionChanged",
            new Signal.Emotion("no such word")));
  }

  private static Signal said(Speaker speaker, String text) {
    return new Signal.Subtitle(speaker, new Redacted(text));
  }

  private static Signal custom(String text) {
    return new Signal.CustomMessage(new Redacted(text.replace('\'', '"')));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyNumberMeansItsSignal(Row row) throws CodecException {
    var json =
        "{'data':%s,'type':%d,'seqId':5,'senderId':'robot_7','receiverId':''}"
            .formatted(row.data(), row.number())
            .replace('\'', '"');
    assertEquals(
        new Received("aicall", row.number() + " " + row.title(), List.of(row.signal())),
        Wire.receive(json));
  }

  @Test
  void envelopeMayBeAlmostEmpty() throws CodecException {
    assertEquals(new Signal.Listening(), Wire.signal("{\"data\":{\"state\":1},\"type\":1001}"));
    assertEquals(new Signal.Leaving("reason 0"), Wire.signal("{\"type\":1010}"));
    assertEquals("1009 VoiceprintCleared", Wire.receive("{\"type\":1009}").summary());
  }

  /**
   * A message that a device sends is not one from the cloud, and is never a reason to reject it.
   */
  @ParameterizedTest
  @ValueSource(
      ints = {
        -5,
        0,
        999,
        1015,
        1042,
        1100,
        1101,
        1102,
        1103,
        1104,
        1105,
        1106,
        1107,
        1108,
        1109,
        1110,
        1200,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE
      })
  void anyOtherNumberIsUnknown(int number) throws CodecException {
    var expected = new Received("aicall", "number " + number, List.of(new Signal.Unknown()));
    for (var data :
        List.of("", ",\"data\":{\"enable\":5}", ",\"data\":[1,\"two\"]", ",\"data\":\"x\"")) {
      assertEquals(expected, Wire.receive("{\"type\":" + number + data + "}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000, code",
    "1001, state",
    "1002, text",
    "1003, text",
    "1007, enable",
    "1011, message",
    "1014, emotion"
  })
  void missingDataIsNamedByItsMember(int type, String member) {
    for (var data : List.of("", ",\"data\":{}", ",\"data\":null", ",\"data\":[true]")) {
      assertEquals("MISSING $.data." + member, Wire.fault("{\"type\":" + type + data + "}"), data);
    }
  }

  @Test
  void memberOfTheWrongTypeIsNamed() {
    assertEquals("TYPE $.data.enable", Wire.fault("{\"type\":1007,\"data\":{\"enable\":1}}"));
    assertEquals("TYPE $.data.state", Wire.fault("{\"type\":1001,\"data\":{\"state\":\"1\"}}"));
    assertEquals("RANGE $.data.state", Wire.fault("{\"type\":1001,\"data\":{\"state\":1.5}}"));
    assertEquals("TYPE $.data.message", Wire.fault("{\"type\":1011,\"data\":{\"message\":[]}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1007.5", "2147483648", "-2147483649", "1e300"})
  void typeIsA32BitWholeNumber(String type) {
    assertEquals("RANGE $.type", Wire.fault("{\"type\":" + type + ",\"data\":{}}"));
  }

  @Test
  void typeInAStringIsNotAiCall() throws CodecException {
    var received = Wire.receive("{\"type\":\"1007\",\"data\":{\"enable\":true}}");
    assertEquals(new Received("nertc", "type 1007", List.of(new Signal.Unknown())), received);
  }

  @Test
  void jsonWithACommaTooManyIsRefused() {
    assertEquals("SYNTAX $", Wire.fault("{\"type\":1001,\"data\":{\"state\":1,}}"));
    assertEquals("SYNTAX $", Wire.fault("{\"type\":1001,\"data\":{\"state\":1} \"seqId\":1}"));
  }

  @Test
  void serversDataChannelRequestIsACustomMessage() throws CodecException {
    assertEquals(
        new Received("aicall", "SendAIAgentDataChannelMessage", List.of(custom("{'a':1}"))),
        Wire.receive("{\"InstanceId\":\"i\",\"Message\":\"{\\\"a\\\":1}\"}"));
    assertEquals("TYPE $.Message", Wire.fault("{\"InstanceId\":\"i\",\"Message\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"announcement", "a new word", ""})
  void serversChatTextIsAnAnnouncement(String type) throws CodecException {
    var whole =
        """
        {"AIAgentId":"a","SessionId":"s","Text":"hi","ReceiverId":"r",\
        "Type":"%s","NeedArchiving":true}\
        """
            .formatted(type);
    assertEquals(
        new Received(
            "aicall",
            "SendMessageChatText " + type,
            List.of(new Signal.Announcement(new Redacted("hi")))),
        Wire.receive(whole));
  }

  @Test
  void serversChatTextMayBeACustomMessage() throws CodecException {
    assertEquals(custom("hi"), Wire.signal("{\"Text\":\"hi\",\"Type\":\"custom\"}"));
    assertEquals("TYPE $.Text", Wire.fault("{\"Text\":5,\"Type\":\"custom\"}"));
    assertEquals("TYPE $.Type", Wire.fault("{\"Text\":\"hi\",\"Type\":{}}"));
  }

  @Test
  void pressIsTheseBytes() {
    assertArrayEquals(
        Wire.hex(
            """
            7b 22 74 79 70 65 22 3a 31 31 30 36 2c
            22 73 65 6e 64 65 72 49 64 22 3a 22 75 22 2c
            22 72 65 63 65 69 76 65 72 49 64 22 3a 22 72 22 7d
            """),
        DIALECT.say(new Intent.StartTalk(false)).getFirst().encode());
  }

  @Test
  void everyIntentIsOneRequest() {
    assertSays(
        new Intent.AskPushToTalk(true),
        "1105 SetPushToTalk",
        request(1105, ",\"data\":{\"enable\":true}"));
    assertSays(
        new Intent.AskPushToTalk(false),
        "1105 SetPushToTalk",
        request(1105, ",\"data\":{\"enable\":false}"));
    assertSays(new Intent.StartTalk(false), "1106 StartTalking", START);
    assertSays(new Intent.StartTalk(true), "1106 StartTalking", START);
    assertSays(new Intent.FinishTalk(), "1107 FinishTalking", FINISH);
    assertSays(Intent.CancelTalk.CUT_OFF, "1108 CancelTalking", CANCEL);
    assertSays(new Intent.Interrupt(), "1101 Interrupt", INTERRUPT);
  }

  private static void assertSays(Intent intent, String summary, String json) {
    var messages = DIALECT.say(intent);
    assertEquals(List.of(summary), messages.stream().map(ToCloud::summary).toList());
    assertEquals(List.of(json), said(messages));
  }

  @Test
  void thereIsNoWordForSpeech() {
    var hi = new Redacted("hi");
    assertEquals(List.of(), DIALECT.say(new Intent.Speak(hi, InterruptMode.NOW, false)));
    assertEquals(List.of(), DIALECT.say(new Intent.Ask(hi, InterruptMode.NOW)));
  }

  @Test
  void thereIsNoMessageForAResult() {
    var reply = new Reply.Message(DIALECT, "tool", Json.of(1));
    assertEquals(List.of(), DIALECT.reply(reply, new Outcome.Done(Json.object())));
  }

  /** Only a tap interrupts the AI, once: one that began over its speech or ends during it. */
  @ParameterizedTest
  @CsvSource({
    "true, true, true, 1",
    "true, true, false, 1",
    "true, false, true, 1",
    "true, false, false, 0",
    "false, true, true, 0",
    "false, true, false, 0",
    "false, false, true, 0",
    "false, false, false, 0"
  })
  void onePressInterruptsAtMostOnce(
      boolean isTap, boolean beganOverAi, boolean isAiSpeaking, int interrupts) {
    var press = new ArrayList<ToCloud>(DIALECT.say(new Intent.StartTalk(beganOverAi)));
    press.addAll(DIALECT.say(new Intent.CancelTalk(isTap, beganOverAi, isAiSpeaking)));
    var expected = interrupts == 0 ? List.of(START, CANCEL) : List.of(START, CANCEL, INTERRUPT);
    assertEquals(expected, said(press));
  }

  private static List<String> said(List<ToCloud> messages) {
    return messages.stream().map(message -> Wire.text(message.encode())).toList();
  }
}
