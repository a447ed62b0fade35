package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptModeTest {
  @ParameterizedTest
  @EnumSource
  void modeIsReadByItsNumber(InterruptMode mode) throws CodecException {
    var fields = Fields.of(Json.object().with("mode", mode.number()));
    assertEquals(mode, InterruptMode.read(fields, "mode"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, RANGE",
    "4, RANGE",
    "-1, RANGE",
    "1.5, RANGE",
    "'\"1\"', TYPE",
    "true, TYPE",
    "null, MISSING"
  })
  void modeIsOneToThree(String mode, String kind) throws CodecException {
    var fields = Fields.of(JsonReader.object("{\"mode\":" + mode + "}"));
    var fault = assertThrows(CodecException.class, () -> InterruptMode.read(fields, "mode"));
    assertEquals(kind + " $.mode", fault.kind() + " " + fault.path());
  }
}
