package dev.deviceagent.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
  @Test
  void itIsReadAsItIsWritten() {
    assertEquals(Optional.of(new Colour(16, 32, 48)), Colour.parse("#102030"));
    assertEquals(Optional.of(Colour.of(0xABCDEF)), Colour.parse("#AbCdEf"));
    assertEquals(Optional.of(Colour.of(0xFF0000)), Colour.parse("red"));
    assertEquals("#00000f", Colour.of(15).toString());
    assertEquals(0x102030, new Colour(16, 32, 48).rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#12345", "#1234567", "102030", "#12345g", "reddish", " red"})
  void whatIsNoColourIsNone(String text) {
    assertEquals(Optional.empty(), Colour.parse(text));
  }

  @Test
  void aPartIsAByte() {
    assertThrows(IllegalArgumentException.class, () -> new Colour(256, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Colour(0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Colour(0, 0, 300));
  }
}
