package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts are split in linear time, at the same places as by the earlier quadratic code. */
class SpokenTextBoundsTest {
  private static final long SEED = 20260102;

  /** Letters, marks, signs and spaces that the rules of line breaking treat differently. */
  private static final List<String> PARTS =
      List.of(
          "a",
          "word",
          "7",
          "3.14",
          "1,000",
          "你",
          "好的",
          "ก",
          "한",
          "א",
          "x".repeat(210),
          "e\u0301",
          "\u0301",
          "\u0301".repeat(30),
          "\u200d",
          "👨‍👩‍👧‍👦",
          "🇨🇳",
          "👍🏽",
          "\u00a0",
          "\u2011",
          "-",
          "/",
          "$",
          "%",
          "(",
          ")",
          "((((",
          "“",
          "”",
          "'",
          "。",
          "！",
          "，",
          "…",
          ".",
          "!",
          "?",
          ",",
          ";",
          ":",
          "\n",
          "\r\n",
          "\t",
          "\u2028",
          "\u3000",
          "\ud83d",
          " ",
          " ",
          " ",
          "     ");

  @Test
  void textIsCutWhereItUsedToBeCut() {
    var random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      var text = text(random, random.nextInt(400));
      assertEquals(Quadratic.split(text), SpokenText.split(text), "text " + i + " of seed " + SEED);
    }
  }

  private static String text(Random random, int parts) {
    var text = new StringBuilder();
    int kinds = 1 + random.nextInt(PARTS.size());
    int first = random.nextInt(PARTS.size());
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get((first + random.nextInt(kinds)) % PARTS.size()));
    }
    return text.toString();
  }

  /** Linear code needs 50 ms; quadratic code needs 15 s or more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "字",
        "\u0301",
        "👨\u200d",
        "🇨🇳",
        "a ",
        "a! ",
        "(",
        "1,",
        "a\n",
        "😀",
        "\ud83d"
      })
  void longTextIsSplitInLinearTime(String part) {
    var text = part.repeat(200_000 / part.length());
    var pieces = assertTimeout(Duration.ofSeconds(5), () -> SpokenText.split(text));
    assertTrue(pieces.size() >= SpokenText.length(text.strip()) / 400, pieces.size() + " pieces");
  }

  @Test
  void oneTextIsSpokenUpToALimit() {
    for (var character : List.of("a", "你", "😀")) {
      var most = character.repeat(Limits.SPOKEN_CODE_POINTS);
      assertEquals(most, SpokenText.cut(most));
      assertEquals(most, SpokenText.cut(most + character));
    }
    assertEquals("", SpokenText.cut(""));
    assertEquals(" a ", SpokenText.cut(" a "));
  }

  @Test
  void theLimitEndsASentenceOrAClauseOrAWord() {
    var text = "word ".repeat(780) + "end. ";
    assertEquals(text.strip(), SpokenText.cut(text + "word ".repeat(20)));
    assertEquals(text.strip(), SpokenText.cut(text + "字".repeat(200)));
    assertEquals(
        text.replace('.', ',').strip(),
        SpokenText.cut(text.replace('.', ',') + "word ".repeat(99)));
    assertEquals(
        "word ".repeat(790) + "it’s",
        SpokenText.cut("word ".repeat(790) + "it’s " + "x".repeat(99)));
  }

  @Test
  void theLimitIsNotWithinACharacter() {
    var family = "👨‍👩‍👧‍👦";
    var cut = SpokenText.cut(family.repeat(1000));
    assertEquals("", cut.replace(family, ""));
    assertEquals(Limits.SPOKEN_CODE_POINTS / 7 * 7, SpokenText.length(cut));
  }

  @Test
  void everyDialectSpeaksNoMoreThanTheLimit() {
    var text = "字".repeat(60_000);
    var intent = new Intent.Speak(new Redacted(text), InterruptMode.NOW, false);
    for (var dialect : Wire.DIALECTS.all()) {
      long spoken = 0;
      for (var message : dialect.say(intent)) {
        spoken += Wire.text(message.encode()).chars().filter(c -> c == '字').count();
      }
      assertEquals(dialect.abilities().speaks() ? Limits.SPOKEN_CODE_POINTS : 0, spoken);
    }
  }

  @Test
  void whatIsSpokenIsTheBeginning() {
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      var text = text(random, 3000);
      var cut = SpokenText.cut(text);
      boolean isLong = SpokenText.length(text) > Limits.SPOKEN_CODE_POINTS;
      assertTrue(SpokenText.length(cut) <= Limits.SPOKEN_CODE_POINTS);
      assertEquals(isLong, !cut.equals(text));
      assertTrue(text.startsWith(cut));
    }
  }

  /** The code before it was bounded: for each piece, its iterators scan all remaining text. */
  private static final class Quadratic {
    private static final String SENTENCE_ENDS = "。！？；!?;….";
    private static final String CLAUSE_ENDS = "，、：,:—)）」』”";

    static List<String> split(String text) {
      var pieces = new ArrayList<String>();
      var rest = text.strip();
      while (SpokenText.length(rest) > Limits.SPEECH_CODE_POINTS) {
        int cut = cut(rest, rest.offsetByCodePoints(0, Limits.SPEECH_CODE_POINTS));
        pieces.add(rest.substring(0, cut).strip());
        rest = rest.substring(cut).strip();
      }
      if (!rest.isEmpty()) {
        pieces.add(rest);
      }
      return pieces;
    }

    private static int cut(String text, int limit) {
      var words = BreakIterator.getLineInstance(Locale.ROOT);
      words.setText(text);
      int sentence = 0;
      int clause = 0;
      int word = 0;
      for (int at = words.next(); at != BreakIterator.DONE && at <= limit; at = words.next()) {
        if (isWithinAWord(text, at)) {
          continue;
        }
        int end = text.substring(0, at).stripTrailing().length();
        int last = text.codePointBefore(end);
        if (SENTENCE_ENDS.indexOf(last) >= 0 || text.substring(end, at).indexOf('\n') >= 0) {
          sentence = at;
        } else if (CLAUSE_ENDS.indexOf(last) >= 0) {
          clause = at;
        }
        word = at;
      }
      if (sentence > 0) {
        return sentence;
      }
      if (clause > 0) {
        return clause;
      }
      if (word > 0) {
        return word;
      }
      var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(text);
      int whole = characters.preceding(limit + 1);
      return whole > 0 ? whole : limit;
    }

    private static boolean isWithinAWord(String text, int at) {
      int before = text.codePointBefore(at);
      int after = text.codePointAt(at);
      return before < 128
          && !Character.isWhitespace(before)
          && (after < 128 || Character.isLetterOrDigit(after))
          && !Character.isIdeographic(after);
    }
  }
}
