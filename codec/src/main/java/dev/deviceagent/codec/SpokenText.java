package dev.deviceagent.codec;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts words to be spoken: what is too much for a person, and into pieces that one command may
 * carry. The time is linear in the length of the text.
 */
public final class SpokenText {
  private static final String SENTENCE_ENDS = "。！？；!?;….";
  private static final String CLAUSE_ENDS = "，、：,:—)）」』”";

  /**
   * Code points after the limit that the break iterators see. Whether text may be broken at a place
   * depends on the next few: an emoji of a family has 7. The iterators must not see the whole text:
   * they would read it to its end for each piece.
   */
  private static final int LOOK_AHEAD = 64;

  private SpokenText() {}

  /** The length as the vendor counts it: code points, not bytes and not Java's chars. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The text in pieces of at most {@link Limits#SPEECH_CODE_POINTS}, each as long as it can be and
   * cut at the end of a sentence, else of a clause, else between words; Chinese, which has no space
   * between words, between two characters. Only a single word longer than a whole piece is cut
   * within, between two characters. White space at the cuts is dropped; blank text gives no piece.
   */
  public static List<String> split(String text) {
    var pieces = new ArrayList<String>();
    var whole = text.strip();
    int start = 0;
    while (start < whole.length()) {
      int limit = ahead(whole, start, Limits.SPEECH_CODE_POINTS);
      int end = limit == whole.length() ? limit : end(whole, start, limit);
      pieces.add(whole.substring(start, end).strip());
      start = afterSpace(whole, end);
    }
    return pieces;
  }

  /**
   * What is spoken of a text: the text itself, or its beginning of at most {@link
   * Limits#SPOKEN_CODE_POINTS}, cut like a piece of {@link #split}.
   */
  public static String cut(String text) {
    int limit = ahead(text, 0, Limits.SPOKEN_CODE_POINTS);
    if (limit == text.length()) {
      return text;
    }
    int lastPiece = afterSpace(text, text.offsetByCodePoints(limit, -Limits.SPEECH_CODE_POINTS));
    int end = lastPiece < limit ? end(text, lastPiece, limit) : limit;
    return text.substring(0, end).stripTrailing();
  }

  /** The place so many code points further, or the end of the text. */
  private static int ahead(String text, int from, int codePoints) {
    int at = from;
    for (int i = 0; i < codePoints && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where a piece ends that begins at {@code start} and ends at {@code limit} or before. */
  private static int end(String text, int start, int limit) {
    var window = text.substring(start, ahead(text, limit, LOOK_AHEAD));
    return start + end(window, limit - start);
  }

  /** The best place to cut at or before {@code limit}; always after at least one character. */
  private static int end(String text, int limit) {
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

  /** The JDK would break 5:30, 2.5kg and http://a.bc, and so take 5: for the end of a clause. */
  private static boolean isWithinAWord(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    return before < 128
        && !Character.isWhitespace(before)
        && (after < 128 || Character.isLetterOrDigit(after))
        && !Character.isIdeographic(after);
  }
}
