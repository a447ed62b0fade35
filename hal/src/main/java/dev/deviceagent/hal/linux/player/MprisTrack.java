package dev.deviceagent.hal.linux.player;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song, as described by MPRIS metadata.
 *
 * @param id its object path in the list of tracks; null if there is none
 * @param url the address of its sound
 */
record MprisTrack(
    @Nullable String id, @Nullable String title, List<String> artists, @Nullable String url) {

  MprisTrack {
    artists = List.copyOf(artists);
  }

  /** The names are from freedesktop.org's "MPRIS v2 metadata guidelines". */
  static MprisTrack of(BusValues metadata) {
    return new MprisTrack(
        metadata.path("mpris:trackid"),
        metadata.text("xesam:title"),
        metadata.list("xesam:artist"),
        metadata.text("xesam:url"));
  }

  /** Its title; for a file without one, its name without extension; for a stream, its address. */
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

  /** The name of its file; null if it is not a file. */
  @Nullable String file() {
    if (url == null || !url.startsWith("file:")) {
      return null;
    }
    var name = url.substring(url.lastIndexOf('/') + 1);
    try {
      // RFC 3986: a plus is a plus, unlike in a form.
      name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // not escaped correctly: used unchanged
    }
    return name.isEmpty() ? null : name;
  }
}
