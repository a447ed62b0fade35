package dev.deviceagent.codec.dialects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.InterruptMode;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Outcome;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.Reply;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.Signal.Speaker;
import dev.deviceagent.codec.ToCloud;
import dev.deviceagent.codec.ToolCall;
import dev.deviceagent.codec.Wire;
import dev.deviceagent.codec.testdialect.PigeonDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
  private static final Dialect PIGEON = new PigeonDialect(Wire.IDENTITY);

  /** The program's dialects and one more. */
  private static final Dialects GROWN =
      new Dialects(Stream.concat(Wire.DIALECTS.all().stream(), Stream.of(PIGEON)).toList());

  static List<Dialect> dialects() {
    return GROWN.all();
  }

  @Test
  void dialectsHaveTheNamesOfAConfiguration() {
    assertEquals(List.of("aicall", "nertc", "volcengine"), Wire.DIALECTS.names());
    assertEquals(List.of("nertc", "volcengine"), Wire.DIALECTS.speaking());
  }

  @Test
  void dialectIsFoundByItsName() {
    for (var name : Wire.DIALECTS.names()) {
      assertEquals(name, Wire.DIALECTS.get(name).name());
    }
    for (var name : List.of("", "NERTC", "pigeon")) {
      assertThrows(IllegalArgumentException.class, () -> Wire.DIALECTS.get(name), name);
    }
  }

  /** The members decide which dialect a JSON object is in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':1009} | aicall",
        "{'type':1106} | aicall",
        "{'InstanceId':'i','Message':'m'} | aicall",
        "{'Text':'t','Type':'custom'} | aicall",
        "{'AppId':'a','Command':'interrupt'} | volcengine",
        "{'type':'event','data':'x'} | nertc",
        "{'type':''} | nertc",
        "{'jsonrpc':'2.0','id':1,'method':'ping'} | nertc",
        "{'call':'nertc_ai_manual_interrupt'} | nertc",
        "{'call':5} | nertc"
      })
  void formatIsRecognised(String json, String source) throws CodecException {
    assertEquals(source, Wire.receive(json.replace('\'', '"')).source());
  }

  @Test
  void toolAndNulIsNertcAndToolAndLengthIsVolcengine() throws CodecException {
    var calls = "[{\"id\":\"c\",\"function\":{\"name\":\"A\"}}]";
    var pair = Wire.pair("tool", "{\"toolCalls\":" + calls + "}");
    var frame = Wire.frame("tool", "{\"tool_calls\":" + calls + "}");
    assertEquals("nertc", Wire.receive(pair).source());
    assertEquals("volcengine", Wire.receive(frame).source());
    assertEquals(Wire.calls(pair), Wire.calls(frame));
    assertEquals(1, Wire.calls(pair).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", " {", "\t{", "\n{", "\r\n{", ""})
  void fourLettersAndNulAndJsonAreAPair(String start) throws CodecException {
    assertEquals(
        new Received("nertc", "type abcd", List.of(new Signal.Unknown())),
        Wire.receive(Wire.pair("abcd", start + "\"a\":1}")));
  }

  @Test
  void fourLettersAloneAreAFrameCutShort() throws CodecException {
    assertEquals("FRAMING $", Wire.fault("conv"));
    assertEquals("FRAMING $", Wire.fault("tool"));
    assertEquals("nertc", Wire.receive("conv\0").source());
  }

  @Test
  void typeDecidesBeforeEverythingElse() throws CodecException {
    var rest =
        ",\"jsonrpc\":\"2.0\",\"call\":\"x\",\"Command\":\"x\",\"InstanceId\":\"i\",\"Message\":\"m\","
            + "\"Text\":\"t\",\"Type\":\"t\",\"data\":{\"event\":\"x\"}}";
    assertEquals("1009 VoiceprintCleared", Wire.receive("{\"type\":1009" + rest).summary());
    assertEquals("event x", Wire.receive("{\"type\":\"event\"" + rest).summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "hello world",
        "[]",
        "[{\"type\":1007}]",
        "\"text\"",
        "12345678",
        "{}",
        "{\"type\":true}",
        "{\"type\":null}",
        "{\"type\":{}}",
        "{\"call\":null}",
        "{\"Type\":1007}",
        "{\"Text\":\"hi\"}",
        "{\"InstanceId\":\"i\"}",
        "{\"TYPE\":\"event\",\"data\":{}}",
        "{\"pigeon\":\"state\"}",
        "\0",
        "\0{}",
        "\0\0\0\0",
        "a\tb\0{}",
        "\u0001\0{}",
        "\uFEFF"
      })
  void whatIsNothingKnownIsUnrecognised(String text) {
    assertEquals("UNRECOGNISED $", Wire.fault(text));
  }

  @Test
  void byteOrderMarkBeforeJsonIsTolerated() throws CodecException {
    assertEquals(
        new Signal.Speaking(), Wire.signal("\uFEFF{\"type\":1001,\"data\":{\"state\":3}}"));
    assertEquals(
        new Signal.Speaking(),
        Wire.signal("\uFEFF{\"type\":\"tts\",\"data\":{\"state\":\"start\"}}"));
    assertEquals(new Signal.Speaking(), Wire.signal("tts\0\uFEFF{\"state\":\"start\"}"));
  }

  @Test
  void messageOverTheCeilingIsRefused() throws CodecException {
    var space = " ".repeat(Limits.MESSAGE_BYTES_CEILING - 13);
    assertEquals("aicall", Wire.receive("{\"type\":1009}" + space).source());
    assertEquals("LIMIT $", Wire.fault("{\"type\":1009}" + space + " "));
    assertEquals("LIMIT $", Wire.fault("x\0" + " ".repeat(Limits.MESSAGE_BYTES_CEILING)));
  }

  @Test
  void bytesAreNotChanged() throws CodecException {
    for (var bytes :
        List.of(
            Wire.pair("event", "x\0\0"),
            Wire.frame("conv", "{\"Stage\":{\"Code\":1}}\0"),
            Wire.utf8("\uFEFF{\"type\":1009}\0"))) {
      var before = bytes.clone();
      assertEquals(Wire.receive(before), Wire.receive(bytes));
      assertArrayEquals(before, bytes);
    }
  }

  @Test
  void faultSaysWhereAndWhatInOneLine() {
    var json = "{\"type\":1007,\"data\":{\"enable\":\"yes\"}}";
    var fault = assertThrows(CodecException.class, () -> Wire.receive(json));
    assertEquals("$.data.enable: must be true or false", fault.getMessage());
  }

  /** Every kind of intent. */
  static List<Intent> intents() {
    var hi = new Redacted("hi");
    var intents =
        new ArrayList<Intent>(
            List.of(
                new Intent.AskPushToTalk(true),
                new Intent.AskPushToTalk(false),
                new Intent.StartTalk(false),
                new Intent.StartTalk(true),
                new Intent.FinishTalk(),
                Intent.CancelTalk.CUT_OFF,
                new Intent.CancelTalk(true, true, true),
                new Intent.Interrupt()));
    for (var mode : InterruptMode.values()) {
      intents.add(new Intent.Speak(hi, mode, false));
      intents.add(new Intent.Ask(hi, mode));
    }
    return intents;
  }

  /**
   * Direction is a type: a message to the cloud that comes back is unknown, and is never rejected.
   */
  @Test
  void whatIsSaidIsUnknownWhereItComesBack() throws CodecException {
    int messages = 0;
    for (var dialect : Wire.DIALECTS.all()) {
      var said = new ArrayList<ToCloud>();
      intents().forEach(intent -> said.addAll(dialect.say(intent)));
      said.addAll(dialect.reply(reply(dialect), new Outcome.Done(Json.object())));
      for (var message : said) {
        var received = Wire.receive(message.encode());
        assertEquals(dialect.name(), received.source());
        assertEquals(List.of(new Signal.Unknown()), received.signals(), message::summary);
        messages++;
      }
    }
    assertTrue(messages > 30, messages + " messages: the test tests too little");
  }

  private static Reply.Message reply(Dialect dialect) {
    return new Reply.Message(dialect, "tools/call", Json.of("c"));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void abilitiesAreWhatTheDialectSays(Dialect dialect) {
    var hi = new Redacted("hi");
    var abilities = dialect.abilities();
    for (var mode : InterruptMode.values()) {
      assertEquals(abilities.speaks(), !dialect.say(new Intent.Speak(hi, mode, false)).isEmpty());
      assertEquals(abilities.asks(), !dialect.say(new Intent.Ask(hi, mode)).isEmpty());
    }
    for (var outcome :
        List.of(new Outcome.Done(Json.object()), new Outcome.Failed("range", "0 to 100", false))) {
      assertEquals(abilities.replies(), !dialect.reply(reply(dialect), outcome).isEmpty());
    }
    var interrupt = dialect.say(new Intent.Interrupt());
    assertEquals(1, interrupt.size());
    assertEquals(
        abilities.cancels(),
        !dialect.say(Intent.CancelTalk.CUT_OFF).contains(interrupt.getFirst()));
  }

  /** The core relies on this for every vendor. */
  @ParameterizedTest
  @MethodSource("dialects")
  void everyTalkHasAStartAndAnEnd(Dialect dialect) {
    for (var overAi : new boolean[] {false, true}) {
      assertTrue(!dialect.say(new Intent.StartTalk(overAi)).isEmpty());
    }
    assertTrue(!dialect.say(new Intent.FinishTalk()).isEmpty());
    assertTrue(!dialect.say(Intent.CancelTalk.CUT_OFF).isEmpty());
  }

  /** A tap that began while the AI spoke; the AI is silent when it ends. */
  @ParameterizedTest
  @MethodSource("dialects")
  void oneTapInterruptsAtMostOnce(Dialect dialect) {
    var press = new ArrayList<>(dialect.say(new Intent.StartTalk(true)));
    press.addAll(dialect.say(new Intent.CancelTalk(true, true, false)));
    var interrupt = dialect.say(new Intent.Interrupt()).getFirst();
    long interrupts = press.stream().filter(interrupt::equals).count();
    assertEquals(
        dialect.equals(PIGEON) ? 0 : 1, interrupts); // the pigeon does not interrupt at a start
  }

  @Test
  void addedDialectIsKnownByItsName() {
    assertEquals(List.of("aicall", "nertc", "pigeon", "volcengine"), GROWN.names());
    assertEquals(List.of("nertc", "pigeon", "volcengine"), GROWN.speaking());
    assertSame(PIGEON, GROWN.get("pigeon"));
  }

  @Test
  void bytesOfAnAddedDialectGiveItsSignals() throws CodecException {
    assertReceived("{'pigeon':'state','name':'coos'}", "state coos", new Signal.Speaking());
    assertReceived("\uFEFF{'name':'sleeps','pigeon':'state'}\0", "state sleeps", new Signal.Idle());
    assertReceived("{'pigeon':'state','name':'flies'}", "state flies", new Signal.Unknown());
    assertReceived(
        "{'pigeon':'said','text':'coo'}",
        "said",
        new Signal.Subtitle(Speaker.AI, new Redacted("coo")));
    assertReceived("{'pigeon':'moults','name':5}", "unknown moults", new Signal.Unknown());
    assertReceived(
        "{'pigeon':'errands','calls':[{'id':7,'function':{'name':'A','arguments':''}},5]}",
        "errands 2",
        new Signal.Call(
            new ToolCall(Json.of(7), "A", new ToolCall.Arguments.Given(Json.object())),
            new Reply.Message(PIGEON, "errand", Json.of(7))),
        new Signal.Call(
            new ToolCall(
                null, "", new ToolCall.Arguments.Malformed("$.calls[1]: must be an object")),
            new Reply.None()));
  }

  private static void assertReceived(String json, String summary, Signal... signals)
      throws CodecException {
    assertEquals(
        new Received("pigeon", summary, List.of(signals)),
        GROWN.receive(Wire.utf8(json.replace('\'', '"'))));
  }

  @Test
  void addedDialectHasItsOwnFaults() {
    var fault =
        assertThrows(
            CodecException.class,
            () -> GROWN.receive(Wire.utf8("{\"pigeon\":\"state\",\"name\":5}")));
    assertEquals("$.name: must be a string", fault.getMessage());
  }

  @Test
  void intentsBecomeTheBytesOfAnAddedDialect() {
    assertSays(new Intent.AskPushToTalk(true), "{\"note\":\"button\",\"to\":\"r\",\"on\":true}");
    assertSays(new Intent.StartTalk(true), "{\"note\":\"start\",\"to\":\"r\"}");
    assertSays(
        new Intent.Speak(new Redacted("你好"), InterruptMode.NOW, false),
        "{\"note\":\"speak\",\"to\":\"r\",\"text\":\"你好\"}");
    assertSays(new Intent.Ask(new Redacted("hi"), InterruptMode.NOW));
  }

  private static void assertSays(Intent intent, String... messages) {
    assertEquals(List.of(messages), texts(GROWN.get("pigeon").say(intent)));
  }

  @Test
  void resultsGoBackInAnAddedDialect() throws CodecException {
    var json = "{\"pigeon\":\"errands\",\"calls\":[{\"id\":7,\"function\":{\"name\":\"A\"}}]}";
    var call = (Signal.Call) GROWN.receive(Wire.utf8(json)).signals().getFirst();
    var reply = (Reply.Message) call.reply();
    assertEquals(
        List.of("{\"note\":\"done\",\"to\":\"r\",\"errand\":7,\"result\":{\"ok\":true}}"),
        texts(reply.dialect().reply(reply, new Outcome.Done(Json.object()))));
  }

  private static List<String> texts(List<ToCloud> messages) {
    return messages.stream().map(message -> Wire.text(message.encode())).toList();
  }

  /** With one more dialect, the bytes of the others keep their meaning. */
  @Test
  void addedDialectChangesNoOther() throws CodecException {
    var first =
        new Dialects(Stream.concat(Stream.of(PIGEON), Wire.DIALECTS.all().stream()).toList());
    for (var bytes :
        List.of(
            Wire.utf8("{\"type\":1009}"),
            Wire.utf8("{\"type\":\"tts\",\"data\":{\"state\":\"stop\"}}"),
            Wire.pair("tts", "{\"state\":\"stop\"}"),
            Wire.frame("conv", "{\"Stage\":{\"Code\":1}}"))) {
      assertEquals(Wire.receive(bytes), GROWN.receive(bytes));
      assertEquals(Wire.receive(bytes), first.receive(bytes));
    }
  }

  /** If two dialects recognise the same bytes, the first in the table decodes them. */
  @Test
  void firstDialectThatRecognisesAMessageDecodesIt() throws CodecException {
    var both = Wire.utf8("{\"pigeon\":\"state\",\"name\":\"coos\",\"type\":1009}");
    assertEquals("aicall", GROWN.receive(both).source());
    assertEquals(
        "pigeon",
        new Dialects(List.of(PIGEON, Wire.DIALECTS.get("aicall"))).receive(both).source());
  }
}
