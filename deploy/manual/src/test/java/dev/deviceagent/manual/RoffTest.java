package dev.deviceagent.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No text of a table reaches a formatter as markup. */
class RoffTest {
  @Test
  void whatAFormatterWouldTakeForItsOwnIsEscaped() {
    assertEquals("\\-\\-config", Roff.text("--config"));
    assertEquals("a\\eb", Roff.text("a\\b"));
    assertEquals("\\(dqagent\\(aqs\\(dq \\(ga \\(ha \\(ti", Roff.text("\"agent's\" ` ^ ~"));
    assertEquals("\\[u2026]\\[u7B80]\\[u1F600]", Roff.text("…简😀"));
  }

  @Test
  void noLineBeginsLikeARequest() {
    var page = new Roff("a", 1, null).paragraph(Span.of(".gif is one. 'So' is *.this*"));
    page.item(Span.of(".name"), Span.of("'it'")).example(".first\n  'second");
    assertTrue(page.toString().contains("\n\\&.gif is one. \\(aqSo"), page.toString());
    assertTrue(page.toString().contains("\n.TP\n\\&.name\n\\(aqit\\(aq\n"), page.toString());
    assertTrue(page.toString().contains("\n\\&.first\n  \\(aqsecond\n"), page.toString());
  }

  @Test
  void theDayIsTheOneThatIsGivenOrNone() {
    assertTrue(new Roff("a-b", 1, null).toString().contains(".TH A\\-B 1 \"\" "));
    var day = LocalDate.of(2026, 7, 1);
    assertTrue(new Roff("a", 5, day).toString().contains(".TH A 5 \"2026\\-07\\-01\" "));
  }

  @Test
  void aLinkIsItsWordsAndThePage() {
    assertEquals("a board (docs/boards.md), or", Span.plain("a [board](boards.md), or"));
    assertEquals("it (docs/how.md)", Span.plain("it ([how](how.md))"));
    assertEquals("(see the page (README.md))", Span.plain("(see [the page](../README.md#page))"));
    assertEquals(
        List.of(
            new Span(Span.Font.PLAIN, "of "),
            new Span(Span.Font.CODE, "a"),
            new Span(Span.Font.PLAIN, " and "),
            new Span(Span.Font.EMPHASIS, "b")),
        Span.of("of `a` and *b*"));
  }
}
