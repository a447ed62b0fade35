package dev.deviceagent.codec;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shortens text to be spoken to a length that a person will listen to, and splits it into pieces
 * for one command each. The time is linear in the length of the text.
 */
public final class SpokenText {
  private static final String SENTENCE_ENDS = "。！？；!?;….";
  private static final String CLAUSE_ENDS = "，、：,:—)）」』”";

  /**
   * Code points after the limit that the break iterators see. Whether a break is allowed depends on
   * the next few code points: a family emoji has 7. The iterators must not see the whole text,
   * because they would read to its end for each piece.
   */
  private static final int LOOK_AHEAD = 64;

  private SpokenText() {}

  /** The length as the vendor counts it: in code points, not in bytes or Java chars. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Splits a text into pieces of at most {@link Limits#SPEECH_CODE_POINTS}, each as long as
   * possible. A piece ends at the end of a sentence, else of a clause, else between words. Chinese
   * has no space between words, so it is cut between two characters. A word is cut, between two
   * characters, only if it is longer than a whole piece. White space at the cuts is dropped; blank
   * text gives no piece.
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
   * The part of a text that is spoken: the whole text, or its first {@link
   * Limits#SPOKEN_CODE_POINTS} at most, cut like a piece of {@link #split}.
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

  /** The index {@code codePoints} code points after {@code from}, or the end of the text. */
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

  /** The end of a piece that begins at {@code start}; at most {@code limit}. */
  private static int end(String text, int start, int limit) {
    var window = text.substring(start, ahead(text, limit, LOOK_AHEAD));
    return start + end(window, limit - start);
  }

  /** The best cut at or before {@code limit}; always after at least one character. */
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

  /** The JDK would break 5:30, 2.5kg and http://a.bc, so that 5: would look like a clause. */
  private static boolean isWithinAWord(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    return before < 128
        && !Character.isWhitespace(before)
        && (after < 128 || Character.isLetterOrDigit(after))
        && !Character.isIdeographic(after);
  }
}
