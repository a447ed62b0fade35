package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that are not acted on never cause a rejection; members that are acted on are strict. */
class UnusedMembersTest {
  /** Any value that a member may have, other than the one in the vendor's documentation. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "7",
          "5.5",
          "1.753e12",
          "1e999",
          "1753000000053.5",
          "18446744073709551616",
          "1".repeat(1000),
          "'123'",
          "'1753000000'",
          "''",
          "{}",
          "{'a':[1]}",
          "[]",
          "['x',5]");

  /** Messages of each kind; %s stands for a member that is not read. */
  private static final List<String> MESSAGES =
      List.of(
          "{'uid':%s,'type':'event','data':{'event':'audio.agent.interrupted'}}",
          "{'type':'event','data':{'timestamp':%s,'event':'audio.agent.interrupted'}}",
          "{'type':'tool','data':{'toolCalls':[{'type':%s,'function':{'name':'A'}}]}}",
          "{'type':'tool','data':{'toolCalls':[{'index':%s,'function':{'name':'A'}}]}}",
          "{'type':'content','data':{'content':{'type':'other','message':%s}}}",
          "{'type':'emotion','data':{'sentenceId':%s,'message':'happy'}}",
          "{'type':'weather','data':%s}",
          "{'type':'textToImg','data':%s}",
          "{'type':'agentEvent','data':{'agentEventPayload':{'eventType':'x','params':%s}}}",
          "{'type':'songSearch','data':{'message':"
              + "{'need_confirm':false,'song_list':[{'index':%s,'name':'n'}]}}}",
          "{'type':'songSearch','data':{'message':"
              + "{'need_confirm':false,'song_list':[{'album':%s,'name':'n'}]}}}",
          "{'type':'agentEvent','data':{'agentEventPayload':"
              + "{'eventType':'alarm','params':{'alarms':[{'id':1,'status':%s}]}}}}",
          "{'jsonrpc':'2.0','id':1,'method':'ping','params':%s}",
          "{'jsonrpc':'2.0','method':'notifications/a','params':%s}",
          "{'jsonrpc':'2.0','id':1,'error':{'code':1},'more':%s}",
          "{'call':'nertc_ai_llm_prompt','interruptMode':%s}",
          "{'type':1001,'seqId':%s,'data':{'state':1}}",
          "{'type':1001,'senderId':%s,'data':{'state':1}}",
          "{'type':1001,'receiverId':%s,'data':{'state':1}}",
          "{'type':1002,'data':{'text':'hi','end':%s}}",
          "{'type':1002,'data':{'text':'hi','sentenceId':%s}}",
          "{'type':1003,'data':{'text':'hi','voiceprint':%s}}",
          "{'type':1004,'data':{'enable':%s}}",
          "{'type':1005,'data':{'voiceId':%s}}",
          "{'type':1006,'data':%s}",
          "{'type':1009,'data':%s}",
          "{'type':1010,'data':{'reason':2001,'seconds':%s}}",
          "{'type':1012,'data':{'takeoverUid':%s,'takeoverMode':%s}}",
          "{'type':1014,'data':{'emotion':'happy','sentenceId':%s}}",
          "{'type':1106,'data':%s}",
          "{'type':1200,'data':%s}",
          "{'InstanceId':'i','Message':'m','Version':%s}",
          "{'Text':'t','Type':'announcement','NeedArchiving':%s}",
          "{'AppId':%s,'Command':'interrupt'}",
          "{'Command':'interrupt','InterruptMode':%s,'Message':''}",
          "conv {'TaskId':%s,'Stage':{'Code':1}}",
          "conv {'RoundID':%s,'Stage':{'Code':1}}",
          "conv {'RoundId':%s,'Stage':{'Code':1}}",
          "conv {'UserID':%s,'Stage':{'Code':1}}",
          "conv {'EventTime':%s,'Stage':{'Code':1}}",
          "conv {'Stage':{'Code':1,'Description':%s}}",
          "conv {'RoundID':%s,'ErrorInfo':{'Reason':'quota'}}",
          "subv {'type':%s,'data':[{'text':'hi'}]}",
          "subv {'data':[{'text':'hi','roundId':%s}]}",
          "subv {'data':[{'text':'hi','definite':%s}]}",
          "subv {'data':[{'text':'hi','userId':%s,'sequence':%s}]}",
          "info {'event_type':'function_calling','function':%s}",
          "info {'event_type':'function_calling','tool_call_id':%s}",
          "tool {'subscriber_user_id':%s,'tool_calls':[{'function':{'name':'A'}}]}",
          "func {'ToolCallID':%s,'Content':%s}",
          "ctrl {'Command':%s}",
          "abcd %s");

  static List<String> messages() {
    return MESSAGES;
  }

  /** The received message is the same for every value of the unused member. */
  @ParameterizedTest
  @MethodSource("messages")
  void memberThatIsNotUsedMayBeAnything(String message) throws CodecException {
    var expected = received(message, "0");
    for (var value : VALUES) {
      assertEquals(expected, received(message, value), value);
    }
  }

  /** The owner's words are shown if they are text. */
  @Test
  void requestThatIsNoTextIsNotShown() throws CodecException {
    var event = "{'type':'event','data':{'request':%s,'event':'audio.agent.interrupted'}}";
    for (var value : VALUES) {
      var expected = new ArrayList<Signal>();
      if (value.startsWith("'")) {
        var words = new Redacted(value.replace("'", ""));
        expected.add(new Signal.Subtitle(Signal.Speaker.OWNER, words));
      }
      expected.add(new Signal.Interrupted());
      assertEquals(expected, received(event, value).signals(), value);
    }
  }

  /** Undocumented members: long names and any value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s,'type':'event','data':{'event':'audio.agent.speech_started'}}",
        "{'type':'event','data':{%s,'event':'audio.agent.speech_started'}}",
        "{'type':1001,'data':{'state':3},%s}",
        "{'type':1001,'data':{'state':3,%s}}",
        "conv {'Stage':{%s,'Code':3}}",
        "conv {'Stage':{'Code':3},'Extra':{%s}}"
      })
  void unknownMembersAreNotRead(String message) throws CodecException {
    for (var value : VALUES) {
      var members = "'" + "n".repeat(1000) + "':" + value + ",'天气\\\\n':" + value;
      var expected = List.of(new Signal.Speaking());
      assertEquals(expected, received(message, members).signals(), value);
    }
  }

  /** The same members in messages that the agent acts on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMIT $.type {'type':1e999}",
        "RANGE $.type {'type':1001.5}",
        "LIMIT $.data.state {'type':1001,'data':{'state':1e999}}",
        "TYPE $.data.state {'type':1001,'data':{'state':'3'}}",
        "TYPE $.data.enable {'type':1007,'data':{'enable':1}}",
        "TYPE $.data.text {'type':1002,'data':{'text':5}}",
        "TYPE $.data.emotion {'type':1014,'data':{'emotion':5}}",
        "TYPE $.data.code {'type':1000,'data':{'code':'4001'}}",
        "TYPE $.data.event {'type':'event','data':{'event':5}}",
        "TYPE $.data.toolCalls {'type':'tool','data':{'toolCalls':{}}}",
        "TYPE $.data.message.need_confirm"
            + " {'type':'songSearch','data':{'message':{'need_confirm':'no','song_list':[]}}}",
        "TYPE $.Stage.Code conv {'Stage':{'Code':'3'}}",
        "LIMIT $.Stage.Code conv {'Stage':{'Code':1e999}}",
        "TYPE $.data[0].text subv {'data':[{'text':5}]}"
      })
  void memberThatIsActedOnIsStrict(String line) {
    var words = line.split(" ", 3);
    assertEquals(words[0] + " " + words[1], Wire.fault(bytes(words[2])));
  }

  private static Received received(String message, String value) throws CodecException {
    return Wire.receive(bytes(message.replace("%s", value)));
  }

  /** JSON, or a four-letter magic and the JSON of its frame. */
  private static byte[] bytes(String message) {
    var text = message.replace('\'', '"');
    return text.startsWith("{")
        ? Wire.utf8(text)
        : Wire.frame(text.substring(0, 4), text.substring(5));
  }
}
