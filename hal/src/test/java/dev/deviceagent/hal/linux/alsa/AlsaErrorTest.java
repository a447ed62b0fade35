package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.hal.HalException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlsaErrorTest {
  @ParameterizedTest
  @CsvSource({
    "1, DENIED",
    "13, DENIED",
    "2, ABSENT",
    "19, ABSENT",
    "77, ABSENT",
    "111, ABSENT",
    "16, BUSY",
    "5, FAILED",
    "22, FAILED"
  })
  void theNumberSaysWhatKindItIs(int number, Kind kind) {
    assertEquals(kind, new AlsaError("snd_mixer_attach", number, "words").kind());
  }
}
