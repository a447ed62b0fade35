package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void memberThatIsNullIsAbsent() throws CodecException {
    var fields = fields("null");
    assertFalse(fields.has("a"));
    assertNull(fields.find("a"));
    assertNull(fields.optionalText("a"));
    assertNull(fields.optionalId("a"));
    assertNull(fields.optionalTruth("a"));
    assertNull(fields.optionalInteger("a"));
    assertNull(fields.optionalLong("a"));
    assertNull(fields.optionalNumber("a"));
    assertNull(fields.optionalObject("a"));
    assertEquals("MISSING $.a", fault(() -> fields.text("a")));
    assertEquals("MISSING $.a", fault(() -> fields.word("a", 5)));
    assertEquals("MISSING $.a", fault(() -> fields.truth("a")));
    assertEquals("MISSING $.a", fault(() -> fields.integer("a")));
    assertEquals("MISSING $.a", fault(() -> fields.object("a")));
    assertEquals("MISSING $.a", fault(() -> fields.array("a")));
  }

  @Test
  void memberOfAnotherTypeIsNamed() throws CodecException {
    var number = fields("5");
    assertEquals("TYPE $.a", fault(() -> number.text("a")));
    assertEquals("TYPE $.a", fault(() -> number.word("a", 5)));
    assertEquals("TYPE $.a", fault(() -> number.truth("a")));
    assertEquals("TYPE $.a", fault(() -> number.object("a")));
    assertEquals("TYPE $.a", fault(() -> number.array("a")));
    var text = fields("\"5\"");
    assertEquals("TYPE $.a", fault(() -> text.integer("a")));
    assertEquals("TYPE $.a", fault(() -> text.optionalLong("a")));
    assertEquals("TYPE $.a", fault(() -> text.optionalNumber("a")));
    assertEquals("TYPE $.a", fault(() -> fields("true").optionalId("a")));
    assertEquals("TYPE $.a", fault(() -> fields("{}").optionalId("a")));
    assertEquals("TYPE $.a[1]", fault(() -> fields("[{},5]").objects("a", 2)));
  }

  @Test
  void pathLeadsToTheMember() throws CodecException {
    var inner = fields("{\"b\":{\"c\":[{\"d\":1}]}}").object("a").object("b").objects("c", 1);
    assertEquals("$.a.b.c[0]", inner.getFirst().path());
    assertEquals("TYPE $.a.b.c[0].d", fault(() -> inner.getFirst().text("d")));
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "80.0, 80", "8e1, 80", "-2147483648, -2147483648"})
  void wholeNumberMayBeWrittenAnyHow(String number, int value) throws CodecException {
    assertEquals(value, fields(number).integer("a"));
    assertEquals(value, fields(number).optionalLong("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"80.5", "2147483648", "-2147483649", "1e300", "1e-1"})
  void whatIsNo32BitNumberIsARange(String number) throws CodecException {
    assertEquals("RANGE $.a", fault(() -> fields(number).integer("a")));
  }

  @Test
  void longHas64Bits() throws CodecException {
    assertEquals(Long.MAX_VALUE, fields("9223372036854775807").optionalLong("a"));
    assertEquals(Long.MIN_VALUE, fields("-9223372036854775808").optionalLong("a"));
    assertEquals("RANGE $.a", fault(() -> fields("9223372036854775808").optionalLong("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1E+400", "1e-400", "-1.5e400", "80e0", "1e0400"})
  void exponentWithinTheLimitIsRead(String number) throws CodecException {
    assertEquals(new BigDecimal(number), fields(number).optionalNumber("a"));
  }

  /** Exact arithmetic on the largest exponents would not finish. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e401",
        "1E+401",
        "1e-401",
        "1e999",
        "1e99999",
        "1e999999999",
        "1e-999999999",
        "1e2147483648",
        "1e99999999999999999999"
      })
  void exponentBombIsALimit(String number) throws CodecException {
    assertEquals("LIMIT $.a", fault(() -> fields(number).integer("a")));
    assertEquals("LIMIT $.a", fault(() -> fields(number).optionalLong("a")));
    assertEquals("LIMIT $.a", fault(() -> fields(number).optionalNumber("a")));
    assertEquals(5, fields(number).integerOr("a", 5));
  }

  @Test
  void numberThatIsReadIsLimited() throws CodecException {
    var longest = "1".repeat(Limits.NUMBER_CHARACTERS);
    assertEquals(new BigDecimal(longest), fields(longest).optionalNumber("a"));
    assertEquals("LIMIT $.a", fault(() -> fields(longest + "1").optionalNumber("a")));
    assertEquals("LIMIT $.a", fault(() -> fields("0." + longest.repeat(2)).optionalNumber("a")));
  }

  @Test
  void numberThatNothingDependsOnHasADefault() throws CodecException {
    assertEquals(5, fields("5").integerOr("a", 0));
    for (var other : List.of("null", "\"5\"", "5.5", "2147483648", "{}", "1".repeat(1000))) {
      assertEquals(7, fields(other).integerOr("a", 7), other);
    }
  }

  @Test
  void textThatNothingDependsOnMayBeAnything() throws CodecException {
    assertEquals("x", fields("\"x\"").textIfAny("a"));
    for (var other : List.of("null", "5", "true", "[]", "{}")) {
      assertNull(fields(other).textIfAny("a"), other);
    }
  }

  @Test
  void objectThatIsNoneMayBeEmpty() throws CodecException {
    assertTrue(fields("{\"b\":1}").objectOrEmpty("a").has("b"));
    for (var other : List.of("null", "5", "\"{}\"", "[]")) {
      var empty = fields(other).objectOrEmpty("a");
      assertEquals(Json.object(), empty.object());
      assertEquals("MISSING $.a.b", fault(() -> empty.text("b")));
    }
  }

  @Test
  void wordIsLimited() throws CodecException {
    assertEquals("12345", fields("\"12345\"").word("a", 5));
    assertEquals("LIMIT $.a", fault(() -> fields("\"123456\"").word("a", 5)));
  }

  @Test
  void idIsTextOrNumberAsWritten() throws CodecException {
    assertEquals(new Json.Text("c"), fields("\"c\"").optionalId("a"));
    assertEquals(new Json.Num("7.0"), fields("7.0").optionalId("a"));
    var longest = "i".repeat(Limits.ID_CHARACTERS);
    assertEquals(new Json.Text(longest), fields("\"" + longest + "\"").optionalId("a"));
    assertEquals("LIMIT $.a", fault(() -> fields("\"" + longest + "i\"").optionalId("a")));
    assertEquals("LIMIT $.a", fault(() -> fields("7".repeat(65)).optionalId("a")));
  }

  @Test
  void arrayIsLimited() throws CodecException {
    assertEquals(2, fields("[1,2]").array("a", 2).size());
    assertEquals("LIMIT $.a", fault(() -> fields("[1,2,3]").array("a", 2)));
  }

  private static Fields fields(String value) throws CodecException {
    return Fields.of(JsonReader.object("{\"a\":" + value + "}"));
  }

  private static String fault(Executable read) {
    var fault = assertThrows(CodecException.class, read);
    return fault.kind() + " " + fault.path();
  }
}
