package dev.deviceagent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {
  private static final long SEED = 20260101;
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  /** Parts of random texts. */
  private static final List<String> PARTS =
      List.of(
          "a",
          "it",
          "speaker",
          "umbrella",
          "don't",
          "76",
          "3.14",
          "x".repeat(230),
          "你",
          "好",
          "播放",
          "😀",
          "👍🏽",
          "🇨🇳",
          FAMILY,
          "e\u0301",
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
          "-",
          "”",
          "(",
          ")",
          "\n",
          "\t",
          " ",
          " ",
          " ",
          " ",
          " ",
          "\u3000");

  @Test
  void lengthIsInCodePoints() {
    assertEquals(0, SpokenText.length(""));
    assertEquals(2, SpokenText.length("ab"));
    assertEquals(2, SpokenText.length("你好"));
    assertEquals(2, SpokenText.length("😀😀"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \u3000"})
  void blankTextGivesNoPiece(String text) {
    assertEquals(List.of(), SpokenText.split(text));
  }

  @Test
  void shortTextIsOnePiece() {
    assertEquals(List.of("Good morning."), SpokenText.split("  Good morning.\n"));
    for (var character : List.of("a", "你", "😀")) {
      assertEquals(List.of(character.repeat(200)), SpokenText.split(character.repeat(200)));
    }
  }

  @Test
  void cutIsAtTheLastSentenceThatFits() {
    var first = "One. Two! " + "three ".repeat(20) + "four?";
    var second = "five, ".repeat(20) + "six";
    assertEquals(List.of(first, second), SpokenText.split(first + " " + second));
  }

  @Test
  void cutIsAtTheLastChineseSentenceThatFits() {
    var first = "今天天气很好。".repeat(28);
    assertEquals(196, SpokenText.length(first));
    assertEquals(List.of(first, "今天天气很好。"), SpokenText.split(first + "今天天气很好。"));
  }

  @Test
  void lineEndIsTheEndOfASentence() {
    var first = "eggs ".repeat(30).strip();
    var second = "butter, ".repeat(10) + "milk";
    assertEquals(List.of(first, second), SpokenText.split(first + "\n" + second));
  }

  @Test
  void cutIsAtAClauseWhereNoSentenceEnds() {
    var first = "word ".repeat(30) + "clause,";
    var second = "word ".repeat(20).strip();
    assertEquals(List.of(first, second), SpokenText.split(first + " " + second));
    var chinese = "字".repeat(150) + "，";
    assertEquals(List.of(chinese, "字".repeat(60)), SpokenText.split(chinese + "字".repeat(60)));
  }

  @Test
  void cutIsBetweenWordsWhereNoClauseEnds() {
    var pieces = SpokenText.split("speaker ".repeat(60));
    assertEquals(
        List.of(
            "speaker ".repeat(25).strip(),
            "speaker ".repeat(25).strip(),
            "speaker ".repeat(10).strip()),
        pieces);
  }

  @Test
  void wordOfExactlyAPieceIsWhole() {
    var word = "x".repeat(200);
    assertEquals(List.of("hello", word, "bye"), SpokenText.split("hello " + word + " bye"));
  }

  @Test
  void onlyAWordOverAPieceIsCutWithin() {
    assertEquals(
        List.of("hello", "x".repeat(200), "x".repeat(100) + " bye"),
        SpokenText.split("hello " + "x".repeat(300) + " bye"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5:30", "3,000", "2.5kg", "example.com", "http://a.bc/de?f", "don't"})
  void signWithinAWordIsNoEnd(String word) {
    var before = "word ".repeat(30);
    var after = "word ".repeat(30).strip();
    var pieces = SpokenText.split(before + word + " " + after);
    assertEquals(2, pieces.size());
    assertTrue(pieces.getFirst().contains(" " + word + " word"), pieces::toString);
    for (int length = 150; length < 200; length++) {
      var shifted = SpokenText.split("x".repeat(length) + " " + word + " " + after);
      assertTrue(
          shifted.stream().anyMatch(piece -> (" " + piece + " ").contains(" " + word + " ")),
          shifted::toString);
    }
  }

  @Test
  void fullStopWithinANumberIsNoEnd() {
    var text = "about 3.14159 ".repeat(20).strip();
    for (var piece : SpokenText.split(text)) {
      assertTrue(piece.startsWith("about") || piece.startsWith("3.14159"), piece);
      assertTrue(piece.endsWith("about") || piece.endsWith("3.14159"), piece);
    }
  }

  @Test
  void emojiAreNeverCut() {
    for (var emoji : List.of("😀", "👍🏽", "🇨🇳", FAMILY)) {
      for (var text :
          List.of(emoji.repeat(300), "a" + emoji.repeat(300), "字".repeat(199) + emoji)) {
        for (var piece : SpokenText.split(text)) {
          assertEquals("", piece.replace(emoji, "").replaceAll("[a字]", ""), piece);
        }
      }
    }
  }

  @Test
  void textOfAWholeMessageIsSplitAtOnce() {
    var text = "字".repeat(Limits.MESSAGE_BYTES);
    var pieces = SpokenText.split(text);
    assertEquals((Limits.MESSAGE_BYTES + 199) / 200, pieces.size());
    assertEquals(text, String.join("", pieces));
  }

  @Test
  void anyTextIsSplitByTheRules() {
    var random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      var text = text(random);
      obeysTheRules(text, "text " + i + " of seed " + SEED + ": " + text);
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    int parts = random.nextInt(400);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static void obeysTheRules(String text, String about) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    var pieces = SpokenText.split(text);
    int at = 0;
    for (var piece : pieces) {
      at = pastWhiteSpace(text, at);
      assertTrue(text.startsWith(piece, at), about); // in order, nothing lost or added
      at += piece.length();
      assertFalse(piece.isBlank(), about);
      assertTrue(SpokenText.length(piece) <= Limits.SPEECH_CODE_POINTS, about);
      assertTrue(characters.isBoundary(at), about);
      assertTrue(!isWithinAWord(text, at) || isOneLongWord(piece), about + "\ncut after " + piece);
    }
    assertEquals(text.length(), pastWhiteSpace(text, at), about);
    assertEquals(withoutWhiteSpace(text), withoutWhiteSpace(String.join("", pieces)), about);
  }

  private static int pastWhiteSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWithinAWord(String text, int at) {
    return at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isOneLongWord(String piece) {
    return piece.codePoints().noneMatch(Character::isWhitespace)
        && SpokenText.length(piece) >= Limits.SPEECH_CODE_POINTS - 10;
  }

  private static String withoutWhiteSpace(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
