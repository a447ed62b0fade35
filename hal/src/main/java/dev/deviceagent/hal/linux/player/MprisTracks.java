package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a song in the tracks that a player shows. MPRIS has no search, and says that the
 * list "is not designed to enable browsing through a large list of tracks": a player may show only
 * about twenty tracks around the current one.
 */
final class MprisTracks {
  /** The ways in which a track can match, best first, as with mpd. Both sides are in lower case. */
  private static final List<BiPredicate<MprisTrack, String>> LOOKS =
      List.of(
          (track, name) -> lower(track.title()).equals(name),
          (track, name) -> lower(track.title()).contains(name),
          (track, name) -> lower(track.file()).contains(name),
          (track, name) -> track.artists().stream().anyMatch(it -> lower(it).contains(name)));

  private static final int MAX_NAME_CHARS = 200;

  /** The number of tracks per request; {@link #MAX_TRACKS} limits their total. */
  private static final int PAGE = 100;

  private static final int MAX_TRACKS = 2_000;

  private MprisTracks() {}

  /** The id of the track with the nearest name, the first of several; null if none matches. */
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
