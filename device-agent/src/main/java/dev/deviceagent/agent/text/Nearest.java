package dev.deviceagent.agent.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that is most similar. The word may come from the cloud, so the time does not
 * depend on its length.
 */
public final class Nearest {
  /** The characters of a word that are compared, and that a message quotes. */
  private static final int WORD_CHARACTERS = 64;

  private Nearest() {}

  /**
   * The known word that differs least, if it differs by at most a third, or two letters. A word of
   * more than 64 characters is similar to none.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > WORD_CHARACTERS) {
      return Optional.empty();
    }
    int most = Math.max(2, word.length() / 3);
    Optional<String> nearest = Optional.empty();
    for (var candidate : known) {
      if (Math.abs(candidate.length() - word.length()) <= most) {
        int distance = distance(word, candidate);
        if (distance <= most) {
          nearest = Optional.of(candidate);
          most = distance - 1; // a later word must be nearer
        }
      }
    }
    return nearest;
  }

  /** "; did you mean 'x'?", or the whole list if no word is near. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; known here: " + String.join(", ", known));
  }

  /** The word as a message quotes it: its first 64 characters. */
  public static String shown(String word) {
    if (word.length() <= WORD_CHARACTERS) {
      return word;
    }
    boolean isWithinAPair = Character.isHighSurrogate(word.charAt(WORD_CHARACTERS - 1));
    return word.substring(0, WORD_CHARACTERS - (isWithinAPair ? 1 : 0)) + "…";
  }

  /** Letters added, dropped, changed or swapped with their neighbour; ignores case. */
  static int distance(String a, String b) {
    var from = a.toLowerCase(Locale.ROOT);
    var to = b.toLowerCase(Locale.ROOT);
    var beforeLast = new int[to.length() + 1];
    var last = new int[to.length() + 1];
    var row = new int[to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          row[j] = i + j;
          continue;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = last[j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        row[j] = least;
      }
      var free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[to.length()];
  }
}
