package dev.deviceagent.hal.linux.player;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song, as the metadata of MPRIS have it.
 *
 * @param id the path that means it in the list of tracks; null where there is none
 * @param url where its sound is
 */
record MprisTrack(
    @Nullable String id, @Nullable String title, List<String> artists, @Nullable String url) {

  MprisTrack {
    artists = List.copyOf(artists);
  }

  /** freedesktop.org's "MPRIS v2 metadata guidelines" has the names. */
  static MprisTrack of(BusValues metadata) {
    return new MprisTrack(
        metadata.path("mpris:trackid"),
        metadata.text("xesam:title"),
        metadata.list("xesam:artist"),
        metadata.text("xesam:url"));
  }

  /** Its title; of a file without one its name without the ending, of a stream its address. */
  @Nullable String name() {
    if (title != null || url == null) {
      return title;
    }
    var file = file();
    if (file == null) {
      return url;
    }
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** The name of its file; null where it is none. */
  @Nullable String file() {
    if (url == null || !url.startsWith("file:")) {
      return null;
    }
    var name = url.substring(url.lastIndexOf('/') + 1);
    try {
      // RFC 3986: a plus is a plus, unlike in a form.
      name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // not escaped as it should be: it stays as it is
    }
    return name.isEmpty() ? null : name;
  }
}
