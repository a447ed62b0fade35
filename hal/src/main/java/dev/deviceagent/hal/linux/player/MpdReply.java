package dev.deviceagent.hal.linux.player;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of mpd: keys and values in its order. A key may occur more than once. */
record MpdReply(List<Pair> pairs) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  /** One line of an answer. */
  record Pair(String key, String value) {}

  MpdReply {
    pairs = List.copyOf(pairs);
  }

  /** The first value of a key, which must match exactly; null if there is none. */
  @Nullable String first(String key) {
    for (var pair : pairs) {
      if (pair.key().equals(key)) {
        return pair.value();
      }
    }
    return null;
  }

  /** The first value of a key; null if there is none, or it is not a number of at most 9 digits. */
  @Nullable Integer number(String key) {
    var value = first(key);
    return value != null && NUMBER.matcher(value).matches() ? Integer.valueOf(value) : null;
  }
}
