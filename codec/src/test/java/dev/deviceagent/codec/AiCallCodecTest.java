package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.deviceagent.codec.AiCallMessage.*;
import dev.deviceagent.codec.AlibabaServerMessage.ChatText;
import dev.deviceagent.codec.AlibabaServerMessage.DataChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiCallCodecTest {
  /** Number and data of every kind, and what they say. */
  static List<Map.Entry<String, Body>> table() {
    return List.of(
        Map.entry("1000,'data':{'code':4001,'message':'full'}", new AgentError(4001, "full")),
        Map.entry("1000,'data':{'code':0}", new AgentError(0, null)),
        Map.entry("1001,'data':{'state':3}", new AgentState(3)),
        Map.entry(
            "1002,'data':{'text':'hi','end':false,'sentenceId':4}",
            new AgentSubtitle(new Hidden("hi"), false, 4)),
        Map.entry("1002,'data':{'text':'hi'}", new AgentSubtitle(new Hidden("hi"), null, null)),
        Map.entry(
            "1003,'data':{'text':'hi','end':true,'sentenceId':4,'voiceprint':2}",
            new UserSubtitle(new Hidden("hi"), true, 4, 2)),
        Map.entry("1003,'data':{'text':''}", new UserSubtitle(new Hidden(""), null, null, null)),
        Map.entry("1004,'data':{'enable':true}", new VoiceInterruptionChanged(true)),
        Map.entry("1005,'data':{'voiceId':'v'}", new VoiceChanged("v")),
        Map.entry("1006,'data':{'token':'t'}", new RtcToken(new Hidden("t"))),
        Map.entry("1007,'data':{'enable':false}", new PushToTalkChanged(false)),
        Map.entry("1008,'data':{'enable':true}", new VoiceprintUseChanged(true)),
        Map.entry("1009", new VoiceprintCleared()),
        Map.entry("1010,'data':{'reason':2001,'message':'idle'}", new AgentLeaving(2001, "idle")),
        Map.entry("1010,'data':{'reason':0}", new AgentLeaving(0, null)),
        Map.entry("1011,'data':{'message':'{}'}", new CustomMessage(new Hidden("{}"))),
        Map.entry("1012,'data':{'takeoverUid':'u','takeoverMode':0}", new TakeoverStarting("u", 0)),
        Map.entry("1013,'data':{'takeoverUid':'u'}", new TakeoverConnected("u")),
        Map.entry("1014,'data':{'emotion':'happy'}", new EmotionChanged("happy", null)),
        Map.entry(
            "1014,'data':{'emotion':'no such word','sentenceId':4}",
            new EmotionChanged("no such word", 4)),
        Map.entry("1100", new StopAgent()),
        Map.entry("1101", new Interrupt()),
        Map.entry("1102,'data':{'enable':true}", new SetVoiceInterruption(true)),
        Map.entry("1103,'data':{'voiceId':'v'}", new SetVoice("v")),
        Map.entry("1104,'data':{'userId':'u'}", new AskRtcToken("u")),
        Map.entry("1105,'data':{'enable':true}", new SetPushToTalk(true)),
        Map.entry("1106", new StartTalking()),
        Map.entry("1107", new FinishTalking()),
        Map.entry("1108", new CancelTalking()),
        Map.entry("1109,'data':{'enable':false}", new UseVoiceprint(false)),
        Map.entry("1110", new ClearVoiceprint()),
        Map.entry("1200,'data':{'a':1}", new Unknown(1200, Json.object().with("a", 1))),
        Map.entry("-5", new Unknown(-5, null)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyNumberMeansItsKind(Map.Entry<String, Body> row) throws CodecException {
    var message = new AiCallMessage(5L, "robot_7", "", row.getValue());
    var comma = row.getKey().indexOf(',');
    var number = comma < 0 ? row.getKey() : row.getKey().substring(0, comma);
    var data = comma < 0 ? "" : row.getKey().substring(comma);
    var json =
        ("{'type':" + number + ",'seqId':5,'senderId':'robot_7','receiverId':''" + data + "}")
            .replace('\'', '"');
    assertEquals(message, Wire.decode(json));
    assertEquals(json, Wire.encoded(message));
    assertEquals(Integer.parseInt(number), message.body().type());
  }

  @Test
  void pressIsTheseBytes() {
    var press = new AiCallMessage(null, "u", "r", new StartTalking());
    assertArrayEquals(
        Wire.hex(
            """
            7b 22 74 79 70 65 22 3a 31 31 30 36 2c
            22 73 65 6e 64 65 72 49 64 22 3a 22 75 22 2c
            22 72 65 63 65 69 76 65 72 49 64 22 3a 22 72 22 7d
            """),
        Messages.encode(press));
  }

  @Test
  void envelopeMayBeAlmostEmpty() throws CodecException {
    assertEquals(
        new AiCallMessage(null, "", "", new AgentState(1)),
        Wire.decode("{\"data\":{\"state\":1},\"type\":1001}"));
    assertEquals(
        new AiCallMessage(null, "", "", new VoiceprintCleared()),
        Wire.decode("{\"type\":1009,\"seqId\":null,\"senderId\":null,\"data\":null}"));
  }

  @Test
  void seqIdHas64Bits() throws CodecException {
    var message =
        assertInstanceOf(
            AiCallMessage.class, Wire.decode("{\"type\":1009,\"seqId\":9223372036854775807}"));
    assertEquals(Long.MAX_VALUE, message.seqId());
    assertEquals("RANGE $.seqId", Wire.fault("{\"type\":1009,\"seqId\":9223372036854775808}"));
  }

  @Test
  void missingEndStaysMissing() throws CodecException {
    var json = "{\"type\":1002,\"senderId\":\"r\",\"receiverId\":\"\",\"data\":{\"text\":\"hi\"}}";
    assertEquals(json, Wire.encoded(Wire.decode(json)));
  }

  @Test
  void missingTakeoverModeIsOne() throws CodecException {
    assertEquals(
        new AiCallMessage(null, "", "", new TakeoverStarting("u", 1)),
        Wire.decode("{\"type\":1012,\"data\":{\"takeoverUid\":\"u\"}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, code",
    "1001, state",
    "1002, text",
    "1003, text",
    "1004, enable",
    "1005, voiceId",
    "1006, token",
    "1007, enable",
    "1008, enable",
    "1010, reason",
    "1011, message",
    "1012, takeoverUid",
    "1013, takeoverUid",
    "1014, emotion",
    "1102, enable",
    "1103, voiceId",
    "1104, userId",
    "1105, enable",
    "1109, enable"
  })
  void missingDataIsNamedByItsMember(int type, String member) {
    assertEquals("MISSING $.data." + member, Wire.fault("{\"type\":" + type + "}"));
    assertEquals("MISSING $.data." + member, Wire.fault("{\"type\":" + type + ",\"data\":{}}"));
  }

  @Test
  void memberOfTheWrongTypeIsNamed() {
    assertEquals("TYPE $.data.enable", Wire.fault("{\"type\":1007,\"data\":{\"enable\":1}}"));
    assertEquals("TYPE $.data.state", Wire.fault("{\"type\":1001,\"data\":{\"state\":\"1\"}}"));
    assertEquals("RANGE $.data.state", Wire.fault("{\"type\":1001,\"data\":{\"state\":1.5}}"));
    assertEquals("TYPE $.data", Wire.fault("{\"type\":1007,\"data\":[true]}"));
    assertEquals("TYPE $.senderId", Wire.fault("{\"type\":1106,\"senderId\":5}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1007.5", "2147483648", "-2147483649", "1e300"})
  void typeIsA32BitWholeNumber(String type) {
    assertEquals("RANGE $.type", Wire.fault("{\"type\":" + type + ",\"data\":{}}"));
  }

  @Test
  void typeInAStringIsNotAiCall() throws CodecException {
    var message = Wire.decode("{\"type\":\"1007\",\"data\":{\"enable\":true}}");
    assertEquals("1007", assertInstanceOf(NertcMessage.Other.class, message).type());
  }

  @Test
  void jsonWithACommaTooManyIsRefused() {
    assertEquals("SYNTAX $", Wire.fault("{\"type\":1001,\"data\":{\"state\":1,}}"));
    assertEquals("SYNTAX $", Wire.fault("{\"type\":1001,\"data\":{\"state\":1} \"seqId\":1}"));
  }

  @Test
  void customMessageMayBeAnyTextOrAnObject() throws CodecException {
    assertEquals("{\"a\":\"b\"}", custom("\"{\\\"a\\\":\\\"b\\\"}\""));
    assertEquals("{\"a\":\"b\"}", custom("{ \"a\" : \"b\" }"));
    assertEquals("not JSON", custom("\"not JSON\""));
    assertEquals("", custom("\"\""));
    assertEquals("TYPE $.data.message", Wire.fault("{\"type\":1011,\"data\":{\"message\":[]}}"));
  }

  private static String custom(String message) throws CodecException {
    var decoded = Wire.decode("{\"type\":1011,\"data\":{\"message\":" + message + "}}");
    var body = assertInstanceOf(AiCallMessage.class, decoded).body();
    return assertInstanceOf(CustomMessage.class, body).message().text();
  }

  @Test
  void serversDataChannelRequestIsRead() throws CodecException {
    var json = "{\"InstanceId\":\"i\",\"Message\":\"{\\\"a\\\":1}\"}";
    assertEquals(new DataChannel("i", new Hidden("{\"a\":1}")), Wire.decode(json));
    assertEquals(json, Wire.encoded(Wire.decode(json)));
    assertEquals("TYPE $.Message", Wire.fault("{\"InstanceId\":\"i\",\"Message\":{}}"));
  }

  @Test
  void serversChatTextIsRead() throws CodecException {
    var whole =
        """
        {"AIAgentId":"a","SessionId":"s","Text":"hi","ReceiverId":"r",\
        "Type":"announcement","NeedArchiving":true}\
        """;
    assertEquals(
        new ChatText("a", "s", new Hidden("hi"), "r", "announcement", true), Wire.decode(whole));
    assertEquals(whole, Wire.encoded(Wire.decode(whole)));
    assertEquals(
        new ChatText(null, null, new Hidden("hi"), null, "a new word", null),
        Wire.decode("{\"Text\":\"hi\",\"Type\":\"a new word\"}"));
  }

  @Test
  void unknownNumberKeepsDataOfAnyKind() throws Exception {
    var message = Wire.decode("{\"type\":1999,\"data\":[1,\"two\"]}");
    assertEquals(message, Messages.decode(Messages.encode(message)));
    assertInstanceOf(Unknown.class, assertInstanceOf(AiCallMessage.class, message).body());
  }
}
