package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
  private static final Json.Obj ONE = Json.object().with("a", 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        " \t\r\n{\"a\":1}\n",
        "\uFEFF{\"a\":1}",
        "\uFEFF \n{\"a\":1}",
        "{\"a\":1}\0",
        "{\"a\":1}\n\0\0\0"
      })
  void jsonMayHaveSpaceAMarkAndNulsAroundIt(String text) throws CodecException {
    var json = payload(text).json();
    assertNotNull(json);
    assertEquals(ONE, json.object());
    assertEquals("$", json.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\uFEFF",
        "\0",
        "\0{\"a\":1}",
        "[{}]",
        "5",
        "tool\0{\"a\":1}",
        "\u00a0{}"
      })
  void whatDoesNotStartLikeAnObjectIsNoJson(String text) throws CodecException {
    var payload = payload(text);
    assertNull(payload.json());
    assertEquals(Json.object(), payload.fields().object());
    assertFalse(payload.has("a"));
    assertNull(payload.find("a"));
    assertArrayEquals(Wire.utf8(text), payload.bytes());
  }

  @Test
  void cutByteOrderMarkIsNoJson() throws CodecException {
    assertNull(Payload.of(Wire.hex("ef bb 7b 7d")).json());
    assertNull(Payload.of(Wire.hex("ef bb")).json());
  }

  @Test
  void membersAreFound() throws CodecException {
    var payload = payload("{\"a\":1,\"b\":null}");
    assertTrue(payload.has("a"));
    assertEquals(new Json.Num("1"), payload.find("a"));
    assertFalse(payload.has("b"));
    assertNull(payload.find("b"));
    assertFalse(payload.has("c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":1", "{\"a\":1}x", "{\"a\":1}\0{}", "\uFEFF{", "{}{}"})
  void whatStartsLikeAnObjectAndIsNoneIsRefused(String text) {
    assertEquals("SYNTAX $", fault(Wire.utf8(text)));
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertEquals("ENCODING $", fault(Wire.hex("7b 22 61 22 3a 22 ff 22 7d")));
  }

  @Test
  void messageOverTheCeilingIsRefused() throws CodecException {
    int space = Limits.MESSAGE_BYTES_CEILING - 7;
    assertNotNull(payload("{\"a\":1}" + " ".repeat(space)).json());
    assertEquals("LIMIT $", fault(Wire.utf8("{\"a\":1}" + " ".repeat(space + 1))));
    assertEquals("LIMIT $", fault(new byte[Limits.MESSAGE_BYTES_CEILING + 1]));
  }

  private static Payload payload(String text) throws CodecException {
    return Payload.of(Wire.utf8(text));
  }

  private static String fault(byte[] bytes) {
    var fault = assertThrows(CodecException.class, () -> Payload.of(bytes));
    return fault.kind() + " " + fault.path();
  }
}
