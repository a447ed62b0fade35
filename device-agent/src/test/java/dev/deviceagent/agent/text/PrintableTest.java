package dev.deviceagent.agent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void textOfAnyScriptStaysAsItIs() {
    for (var text : new String[] {"", "80 %", "稻香 — Jay", "😀 ¡Hola!"}) {
      assertEquals(text, Printable.of(text));
    }
  }

  @Test
  void whatSteersATerminalOrEndsALineDoesNotPass() {
    assertEquals("a·b", Printable.of("a\nb"));
    assertEquals("·[31mred", Printable.of("\u001b[31mred"));
    assertEquals("·31m", Printable.of("\u009b31m"));
    assertEquals("a·b·c", Printable.of("a\u2028b\u2029c"));
    assertEquals("·txt.exe", Printable.of("\u202etxt.exe"));
  }
}
