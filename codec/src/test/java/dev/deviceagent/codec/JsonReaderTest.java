package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.codec.CodecException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void everyKindOfValueIsRead() throws CodecException {
    var text = "{\"a\":[1,-2.50,1e5,\"x\",true,false,null,{}],\"b\":{\"c\":\"\"}}";
    assertEquals(
        Json.object()
            .with(
                "a",
                List.of(
                    new Json.Num("1"),
                    new Json.Num("-2.50"),
                    new Json.Num("1e5"),
                    "x",
                    true,
                    false,
                    Json.NULL,
                    Json.object()))
            .with("b", Json.object().with("c", "")),
        JsonReader.read(text));
    assertEquals(text, JsonReader.read(text).toString());
  }

  @Test
  void membersKeepTheirOrder() throws CodecException {
    var members = JsonReader.object("{\"z\":1,\"a\":2,\"m\":3}").members().keySet();
    assertEquals(List.of("z", "a", "m"), List.copyOf(members));
  }

  @Test
  void textIsEscapedAndBack() throws CodecException {
    var text = "\"\\ / \b\f\n\r\t\0\u0001 \u2028 你好 😀";
    assertEquals(new Json.Text(text), JsonReader.read(new Json.Text(text).toString()));
    assertEquals(new Json.Text("你😀/"), JsonReader.read("\"\\u4f60\\ud83d\\ude00\\/\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "[1,]",
        "[1",
        "]",
        "}",
        "{'a':1}",
        "{a:1}",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\n\"",
        "nul",
        "True",
        "NaN",
        "Infinity",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "-",
        "0x10",
        "// comment\n1",
        "/* */1",
        "\0"
      })
  void whatIsNotJsonIsSyntax(String text) {
    assertEquals(Kind.SYNTAX, fault(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}x", "{},", "1 2", "\"a\" \"b\"", "[]]", "{}}", "null\0"})
  void textAfterTheValueIsSyntax(String text) {
    assertEquals(Kind.SYNTAX, fault(text));
  }

  @Test
  void whiteSpaceAroundTheValueIsFine() throws CodecException {
    assertEquals(Json.object(), JsonReader.read(" \t\r\n{ \n } \r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"{}\"", "null", "true"})
  void objectMustBeOne(String text) {
    var fault = assertThrows(CodecException.class, () -> JsonReader.object(text));
    assertEquals(Kind.TYPE, fault.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "{\"a\":1,\"\\u0061\":2}",
        "[{\"x\":{\"a\":1,\"a\":2}}]"
      })
  void twoMembersOfOneNameAreSyntax(String text) {
    assertEquals(Kind.SYNTAX, fault(text));
  }

  @Test
  void sameNameAtTwoDepthsIsFine() throws CodecException {
    var text = "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}";
    assertEquals(text, JsonReader.read(text).toString());
  }

  @Test
  void depthIsLimited() throws CodecException {
    for (var brackets : List.of("[]", "{}")) {
      var open = brackets.equals("[]") ? "[" : "{\"a\":";
      var close = brackets.substring(1);
      int inner = Limits.DEPTH - 1;
      var deepest = open.repeat(inner) + brackets + close.repeat(inner);
      assertEquals(deepest, JsonReader.read(deepest).toString());
      assertEquals(Kind.LIMIT, fault(open + deepest + close));
    }
    assertEquals(Kind.LIMIT, fault("[".repeat(100_000)));
    assertEquals(Kind.LIMIT, fault("{\"a\":".repeat(100_000)));
  }

  /** Fields checks the length when a value is read; an unused member has no limit. */
  @Test
  void numberMayHaveAnyLength() throws CodecException {
    for (var number :
        List.of(
            "1".repeat(1000),
            "-0." + "1".repeat(1000),
            "1e999",
            "1E+400",
            "-1.5e-999999999",
            "1e99999999999999999999")) {
      assertEquals(new Json.Num(number), JsonReader.read(number));
      var object = "{\"volume\":" + number + "}";
      assertEquals(object, JsonReader.read(object).toString());
    }
  }

  @Test
  void nameMayHaveAnyLength() throws CodecException {
    var name = "n".repeat(10_000);
    assertEquals(Json.object().with(name, 1), JsonReader.read("{\"" + name + "\":1}"));
  }

  @Test
  void stringIsLimited() throws CodecException {
    var longest = "s".repeat(Limits.STRING_CHARACTERS - 2);
    assertEquals(new Json.Text(longest), JsonReader.read("\"" + longest + "\""));
    assertEquals(Kind.LIMIT, fault("\"" + longest + "sss\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83dz", "\\ud83d"})
  void halfASurrogatePairIsReplaced(String escaped) throws CodecException {
    var read = JsonReader.read("\"" + escaped + "\"");
    assertEquals(new Json.Text(escaped.replaceAll("\\\\u[0-9a-f]{4}", "\uFFFD")), read);
    var bytes = JsonWriter.utf8(read);
    assertEquals(read, JsonReader.read(JsonReader.utf8(bytes, 0, bytes.length)));
    assertEquals(Kind.SYNTAX, fault("{\"" + escaped + "\":1}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff",
        "80",
        "c3",
        "c3 28",
        "c0 80",
        "e4 bd",
        "ed a0 80",
        "ed a0 bd ed b8 80",
        "f0 9f 98",
        "f4 90 80 80",
        "f8 88 80 80 80"
      })
  void whatIsNotUtf8IsEncoding(String hex) {
    var bytes = Wire.hex(hex);
    var fault = assertThrows(CodecException.class, () -> JsonReader.utf8(bytes, 0, bytes.length));
    assertEquals(Kind.ENCODING, fault.kind());
  }

  @Test
  void utf8IsReadWithinItsBounds() throws CodecException {
    assertEquals("你", JsonReader.utf8(Wire.hex("ff e4 bd a0 ff"), 1, 3));
  }

  @Test
  void faultQuotesNothing() {
    for (var text :
        List.of(
            "{\"secret\":secret}",
            "{\"secret\":\"secret",
            "{\"secret\":1,\"secret\":2}",
            "{\"a\":\"secret\"} secret",
            "\"secret\\x\"",
            "{\"" + "secret".repeat(100) + "\":1,}")) {
      var fault = assertThrows(CodecException.class, () -> JsonReader.read(text));
      assertFalse(fault.toString().contains("secret"), fault::toString);
      assertEquals(1, fault.getMessage().lines().count());
    }
  }

  private static Kind fault(String text) {
    return assertThrows(CodecException.class, () -> JsonReader.read(text), text).kind();
  }
}
