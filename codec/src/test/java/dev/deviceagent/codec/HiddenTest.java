package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people said, tokens and custom messages are in no string form that a log might take. */
class HiddenTest {
  private static final String SECRET = "do not log me";

  @Test
  void hiddenTextTellsItsLengthOnly() {
    assertEquals("(13 characters)", new Hidden(SECRET).toString());
    assertEquals("(2 characters)", new Hidden("😀你").toString());
    assertEquals(SECRET, new Hidden(SECRET).text());
  }

  /** Every message that may hold something hidden. */
  static List<byte[]> messages() {
    var requested = ",'timestamp':5,'request':'SECRET'}}";
    return List.of(
        json("{'uid':7,'type':'event','data':{'event':'x'" + requested),
        json("{'uid':7,'type':'tool','data':{'toolCalls':[]" + requested),
        json(
            "{'uid':7,'type':'content','data':{'content':{'type':'emotion','message':'happy'}"
                + requested),
        json("{'uid':7,'type':'emotion','data':{'message':'happy'" + requested),
        json("{'uid':7,'type':'tts','data':{'state':'start'" + requested),
        json("{'uid':7,'type':'mcp','data':{'jsonrpc':'2.0','method':'ping'" + requested),
        json("{'uid':7,'type':'songSearch','data':{'message':'x'" + requested),
        json("{'uid':7,'type':'something.new','data':{'text':'SECRET'" + requested),
        json("{'type':1002,'data':{'text':'SECRET','end':true}}"),
        json("{'type':1003,'data':{'text':'SECRET','end':true}}"),
        json("{'type':1006,'data':{'token':'SECRET'}}"),
        json("{'type':1011,'data':{'message':'SECRET'}}"),
        json("{'type':1011,'data':{'message':{'text':'SECRET'}}}"),
        json("{'type':1500,'data':{'text':'SECRET'}}"),
        json("{'InstanceId':'i','Message':'SECRET'}"),
        json("{'Text':'SECRET','Type':'announcement'}"),
        json(
            "{'call':'nertc_ai_external_tts','text':'SECRET','interruptMode':1,'addContext':true}"),
        json("{'call':'nertc_ai_llm_prompt','text':'SECRET','interruptMode':1}"),
        json(
            "{'AppId':'a','RoomId':'r','TaskId':'t',"
                + "'Command':'ExternalTextToSpeech','Message':'SECRET','InterruptMode':1}"),
        volc("subv", "{'data':[{'text':'SECRET'}]}"),
        volc("ctrl", "{'Command':'ExternalTextToSpeech','Message':'SECRET','InterruptMode':1}"),
        volc("ctrl", "{'Command':'ExternalPromptsForLLM','Message':'SECRET'}"),
        volc("abcd", "{'text':'SECRET'}"));
  }

  private static byte[] json(String text) {
    return Wire.utf8(text.replace('\'', '"').replace("SECRET", SECRET));
  }

  private static byte[] volc(String magic, String text) {
    var json = json(text);
    return Wire.frame(magic, json.length, json);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messageShowsNoHiddenText(byte[] bytes) throws CodecException {
    var message = Messages.decode(bytes);
    assertFalse(message.toString().contains(SECRET), message::toString);
    assertFalse(message.summary().contains(SECRET), message::summary);
    assertTrue(Wire.encoded(message).contains(SECRET), "the text is lost");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void faultShowsNoHiddenText(byte[] bytes) {
    int faults = 0;
    for (int length = 0; length < bytes.length; length++) {
      try {
        Messages.decode(Arrays.copyOf(bytes, length));
      } catch (CodecException e) {
        faults++;
        assertFalse(e.toString().contains(SECRET.substring(0, 4)), e::toString);
      }
    }
    assertTrue(faults > 0);
  }

  @Test
  void intentShowsNoHiddenText() {
    var intent = new Intent.Speak(new Hidden(SECRET), InterruptMode.NOW);
    assertFalse(intent.toString().contains(SECRET));
    for (var dialect : Dialects.all("u", "r").values()) {
      assertFalse(dialect.say(intent).toString().contains(SECRET));
    }
  }
}
