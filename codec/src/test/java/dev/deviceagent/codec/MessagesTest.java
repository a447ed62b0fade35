package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final String CALL = "[{\"id\":\"c\",\"function\":{\"name\":\"A\"}}]";

  @Test
  void toolAndNulIsNertcAndToolAndLengthIsVolcengine() throws CodecException {
    var pair = Wire.pair("tool", "{\"toolCalls\":" + CALL + "}");
    var frame = Wire.frame("tool", "{\"tool_calls\":" + CALL + "}");
    assertInstanceOf(NertcMessage.Tool.class, Messages.decode(pair));
    assertInstanceOf(VolcMessage.Tool.class, Messages.decode(frame));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", " {", "\t{", "\n{", "\r\n{"})
  void fourLettersAndNulAndJsonAreAPair(String start) throws CodecException {
    var message = Messages.decode(Wire.pair("abcd", start + "\"a\":1}"));
    assertEquals("abcd", assertInstanceOf(NertcMessage.Other.class, message).type());
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 0xFF, 0x100, 0x7B7B, 0x10000, 0x77B7B, Limits.MESSAGE_BYTES_CEILING - 8})
  void frameOfAnyLengthIsRecognised(int length) throws CodecException {
    var json = new byte[length];
    Arrays.fill(json, (byte) ' ');
    System.arraycopy(Wire.utf8("{\"a\":1}"), 0, json, 0, 7);
    assertEquals(
        new VolcMessage.Unknown("abcd", Json.object().with("a", 1)),
        Messages.decode(Wire.frame("abcd", length, json)));
  }

  @Test
  void eventAndBareWordIsAnEvent() throws CodecException {
    assertEquals(
        new NertcMessage.Event(NertcMessage.Origin.UNKNOWN, "audio.agent.interrupted"),
        Messages.decode(Wire.pair("event", "audio.agent.interrupted")));
    assertEquals(
        new NertcMessage.Event(NertcMessage.Origin.UNKNOWN, "bareword"),
        Messages.decode(Wire.pair("event", "bareword")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emotion", "tts"})
  void bareWordIsNothingElse(String type) {
    assertEquals("SYNTAX $", Wire.fault(Wire.pair(type, "happy")));
  }

  @Test
  void jsonMayBeginWithWhiteSpace() throws CodecException {
    assertInstanceOf(
        NertcCall.Interrupt.class,
        Wire.decode(" \t\r\n{\"call\":\"nertc_ai_manual_interrupt\"}\n"));
  }

  @Test
  void typeDecidesBeforeEverythingElse() throws CodecException {
    var rest = ",\"jsonrpc\":\"2.0\",\"call\":\"x\",\"Command\":\"x\",\"data\":{\"event\":\"x\"}}";
    assertInstanceOf(AiCallMessage.class, Wire.decode("{\"type\":1009" + rest));
    assertInstanceOf(NertcMessage.Event.class, Wire.decode("{\"type\":\"event\"" + rest));
    assertEquals("MISSING $.id", Wire.fault("{\"type\":null" + rest));
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
        "{\"Type\":1007}",
        "{\"Text\":\"hi\"}",
        "{\"InstanceId\":\"i\"}",
        "{\"TYPE\":\"event\",\"data\":{}}",
        "\0",
        "\0{}",
        "two words\0{}",
        "事件\0{}",
        "\uFEFF{\"type\":1009}"
      })
  void whatIsNothingKnownIsUnrecognised(String text) {
    assertEquals("UNRECOGNISED $", Wire.fault(text));
  }

  @Test
  void typeOfAPairIsAtMostAName() throws CodecException {
    var longest = "a".repeat(Limits.NAME_CHARACTERS);
    assertInstanceOf(NertcMessage.Other.class, Messages.decode(Wire.pair(longest, "{}")));
    assertEquals("UNRECOGNISED $", Wire.fault(Wire.pair(longest + "a", "{}")));
  }

  @Test
  void fourOrFiveBytesOfLettersAreAFrameCutShort() {
    for (var text : List.of("conv", "tool", "conv\0", "tool\0")) {
      assertEquals("FRAMING $", Wire.fault(text), text);
    }
  }

  @Test
  void messageOverTheCeilingIsRefused() throws CodecException {
    var space = " ".repeat(Limits.MESSAGE_BYTES_CEILING - 13);
    assertInstanceOf(AiCallMessage.class, Wire.decode("{\"type\":1009}" + space));
    assertEquals("LIMIT $", Wire.fault("{\"type\":1009}" + space + " "));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertEquals("ENCODING $", Wire.fault(Wire.hex("7b 22 61 22 3a 22 ff 22 7d")));
    assertEquals("ENCODING $", Wire.fault(Wire.hex("74 74 73 00 7b 22 80 22 3a 31 7d")));
    assertEquals("ENCODING $", Wire.fault(Wire.hex("c3 28 00 7b 7d")));
  }

  @Test
  void bytesAreNotChanged() throws CodecException {
    for (var bytes :
        List.of(Wire.pair("event", "x\0\0"), Wire.frame("ctrl", "{\"Command\":\"a\"}"))) {
      var before = bytes.clone();
      assertEquals(Messages.decode(bytes), Messages.decode(before));
      assertArrayEquals(before, bytes);
    }
  }

  @Test
  void faultSaysWhereAndWhatInOneLine() {
    var json = "{\"type\":1007,\"data\":{\"enable\":\"yes\"}}";
    var fault = assertThrows(CodecException.class, () -> Wire.decode(json));
    assertEquals("$.data.enable: must be true or false", fault.getMessage());
  }
}
