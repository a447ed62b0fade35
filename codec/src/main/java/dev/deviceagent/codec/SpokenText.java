package dev.deviceagent.codec;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts words to be spoken into pieces that one command may carry. */
public final class SpokenText {
  private static final String SENTENCE_ENDS = "。！？；!?;….";
  private static final String CLAUSE_ENDS = "，、：,:—)）」』”";

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
    var rest = text.strip();
    while (length(rest) > Limits.SPEECH_CODE_POINTS) {
      int cut = cut(rest, rest.offsetByCodePoints(0, Limits.SPEECH_CODE_POINTS));
      pieces.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  /** The best place to cut at or before {@code limit}; always after at least one character. */
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
