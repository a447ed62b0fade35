package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a song in what a player shows of its tracks. MPRIS has no search, and says that the
 * list "is not designed to enable browsing through a large list of tracks": a player may show only
 * some twenty around the current one.
 */
final class MprisTracks {
  /** How a track may be meant, nearest first, as with mpd; both are in lower case. */
  private static final List<BiPredicate<MprisTrack, String>> LOOKS =
      List.of(
          (track, name) -> lower(track.title()).equals(name),
          (track, name) -> lower(track.title()).contains(name),
          (track, name) -> lower(track.file()).contains(name),
          (track, name) -> track.artists().stream().anyMatch(it -> lower(it).contains(name)));

  private static final int MAX_NAME_CHARS = 200;

  /** So many are asked for at once, and no more than so many at all. */
  private static final int PAGE = 100;

  private static final int MAX_TRACKS = 2_000;

  private MprisTracks() {}

  /** The id of the track whose name is nearest, the first of several; null if none is. */
  static @Nullable String find(MprisPeer player, String song) throws HalException, BusRefusal {
    var name = lower(song.replaceAll("\\p{Cntrl}", " ").strip());
    if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
      return null;
    }
    var ids = player.tracks();
    String nearest = null;
    int distance = LOOKS.size();
    for (int from = 0; from < Math.min(ids.size(), MAX_TRACKS); from += PAGE) {
      for (var track : player.metadata(ids.subList(from, Math.min(from + PAGE, ids.size())))) {
        int now = distance(track, name);
        if (now < distance && track.id() != null) {
          nearest = track.id();
          distance = now;
        }
      }
    }
    return nearest;
  }

  private static int distance(MprisTrack track, String name) {
    for (int i = 0; i < LOOKS.size(); i++) {
      if (LOOKS.get(i).test(track, name)) {
        return i;
      }
    }
    return LOOKS.size();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
