package dev.deviceagent.hal.linux.player;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What mpd answered: keys and values in its order, a key perhaps more than once. */
record MpdReply(List<Pair> pairs) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  /** One line of an answer. */
  record Pair(String key, String value) {}

  MpdReply {
    pairs = List.copyOf(pairs);
  }

  /** The first value of a key, which is written just so; null where there is none. */
  @Nullable String first(String key) {
    for (var pair : pairs) {
      if (pair.key().equals(key)) {
        return pair.value();
      }
    }
    return null;
  }

  /** The first value of a key; null where there is none, or it is no number of at most 9 digits. */
  @Nullable Integer number(String key) {
    var value = first(key);
    return value != null && NUMBER.matcher(value).matches() ? Integer.valueOf(value) : null;
  }
}
