package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No string form that a log might use contains speech, tokens or custom messages. */
class RedactedTest {
  private static final String SECRET = "do not log me";
  private static final String REQUEST = ",'timestamp':5,'request':'SECRET'}}";

  @Test
  void hiddenTextTellsItsLengthOnly() {
    assertEquals("(13 characters)", new Redacted(SECRET).toString());
    assertEquals("(2 characters)", new Redacted("😀你").toString());
    assertEquals(SECRET, new Redacted(SECRET).text());
  }

  /** Every message whose redacted text reaches the core. */
  static List<byte[]> kept() {
    return List.of(
        json("{'uid':7,'type':'event','data':{'event':'x'" + REQUEST),
        json("{'uid':7,'type':'tool','data':{'toolCalls':[]" + REQUEST),
        json(
            "{'uid':7,'type':'content','data':{'content':{'type':'emotion','message':'happy'}"
                + REQUEST),
        json("{'uid':7,'type':'emotion','data':{'message':'happy'" + REQUEST),
        json("{'uid':7,'type':'tts','data':{'state':'start'" + REQUEST),
        json("{'uid':7,'type':'mcp','data':{'jsonrpc':'2.0','method':'ping'" + REQUEST),
        json(
            "{'uid':7,'type':'songSearch','data':{'message':{'need_confirm':true,'song_list':[]}"
                + REQUEST),
        json("{'type':1002,'data':{'text':'SECRET','end':true}}"),
        json("{'type':1003,'data':{'text':'SECRET','end':true}}"),
        json("{'type':1011,'data':{'message':'SECRET'}}"),
        json("{'type':1011,'data':{'message':{'text':'SECRET'}}}"),
        json("{'InstanceId':'i','Message':'SECRET'}"),
        json("{'Text':'SECRET','Type':'announcement'}"),
        json("{'Text':'SECRET','Type':'custom'}"),
        volc("subv", "{'data':[{'text':'SECRET'}]}"));
  }

  /** Every message whose redacted text is not read. */
  static List<byte[]> dropped() {
    return List.of(
        json("{'uid':7,'type':'something.new','data':{'text':'SECRET'" + REQUEST),
        Wire.pair("transcript", SECRET),
        json("{'type':1006,'data':{'token':'SECRET'}}"),
        json("{'type':1500,'data':{'text':'SECRET'}}"),
        json(
            "{'call':'nertc_ai_external_tts','text':'SECRET','interruptMode':1,'addContext':true}"),
        json("{'call':'nertc_ai_llm_prompt','text':'SECRET','interruptMode':1}"),
        json("{'call':'SECRET'}"),
        json(
            "{'AppId':'a','RoomId':'r','TaskId':'t',"
                + "'Command':'ExternalTextToSpeech','Message':'SECRET','InterruptMode':1}"),
        volc("ctrl", "{'Command':'ExternalTextToSpeech','Message':'SECRET','InterruptMode':1}"),
        volc("ctrl", "{'Command':'ExternalPromptsForLLM','Message':'SECRET'}"),
        volc("abcd", "{'text':'SECRET'}"));
  }

  static List<byte[]> messages() {
    var messages = new ArrayList<>(kept());
    messages.addAll(dropped());
    return messages;
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
    var received = Wire.receive(bytes);
    assertFalse(received.toString().contains(SECRET), received::toString);
    assertFalse(received.summary().contains(SECRET), received::summary);
    assertFalse(received.meaning().contains(SECRET), received::meaning);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void hiddenTextIsThereForWhoAsks(byte[] bytes) throws CodecException {
    var texts = new ArrayList<String>();
    for (var signal : Wire.signals(bytes)) {
      switch (signal) {
        case Signal.Subtitle(_, var text) -> texts.add(text.text());
        case Signal.Announcement(var text) -> texts.add(text.text());
        case Signal.CustomMessage(var text) -> texts.add(text.text());
        default -> {}
      }
    }
    assertEquals(1, texts.size());
    assertTrue(texts.getFirst().contains(SECRET), "the text is lost");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void faultShowsNoHiddenText(byte[] bytes) {
    int faults = 0;
    for (int length = 0; length < bytes.length; length++) {
      try {
        var received = Wire.receive(Arrays.copyOf(bytes, length));
        assertFalse(received.toString().contains(SECRET.substring(0, 4)), received::toString);
      } catch (CodecException e) {
        faults++;
        assertFalse(e.toString().contains(SECRET.substring(0, 4)), e::toString);
      }
    }
    assertTrue(faults > 0);
  }

  @Test
  void captionOfABridgeShowsNoHiddenText() throws CodecException {
    var control = BridgeControl.read(json("{'caption':{'text':'SECRET','speaker':'owner'}}"));
    assertFalse(control.toString().contains(SECRET), control::toString);
  }

  @Test
  void intentShowsNoHiddenText() {
    for (var intent :
        List.of(
            new Intent.Speak(new Redacted(SECRET), InterruptMode.NOW, false),
            new Intent.Ask(new Redacted(SECRET), InterruptMode.NOW))) {
      assertFalse(intent.toString().contains(SECRET), intent::toString);
      assertFalse(intent.meaning().contains(SECRET), intent::meaning);
      for (var dialect : Wire.DIALECTS.all()) {
        for (var message : dialect.say(intent)) {
          assertFalse(message.toString().contains(SECRET), message::toString);
          assertFalse(message.summary().contains(SECRET), message::summary);
          assertTrue(Wire.text(message.encode()).contains(SECRET), "the text is lost");
        }
      }
    }
  }

  @Test
  void alarmDoesNotShowItsName() {
    var alarm = new AlarmEntry("7", SECRET, null, null, null);
    assertFalse(alarm.toString().contains(SECRET), alarm::toString);
    assertEquals(SECRET, alarm.name());
  }
}
