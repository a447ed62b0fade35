package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Songs of mpd's library, and how they get into its queue. */
final class MpdLibrary {
  /** What mpd may have of a song's name, nearest first. */
  private static final List<Look> LOOKS =
      List.of(
          new Look("title", "=="),
          new Look("title", "contains"),
          new Look("file", "contains"),
          new Look("artist", "contains"));

  /**
   * No song is called anything longer. Also mpd hangs up on a line of more than a few KiB, and two
   * levels of escaping may make four characters of one.
   */
  private static final int MAX_NAME_CHARS = 200;

  private MpdLibrary() {}

  /** One way to look for a song. */
  private record Look(String subject, String operator) {
    MpdCommand command(String name) {
      return MpdCommand.of("search", MpdCommand.filter(subject, operator, name), "window", "0:1");
    }
  }

  /** The file of the song whose name is nearest, below the music directory; null if none is. */
  static @Nullable String find(MpdConnection mpd, String song) throws HalException, MpdRefusal {
    // A line feed cannot be said to mpd, and no control character is part of a name.
    var name = song.replaceAll("\\p{Cntrl}", " ").strip();
    if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
      return null;
    }
    for (var look : LOOKS) {
      var file = mpd.ask(look.command(name)).first("file");
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  /**
   * The id in the queue of a file of the library. One that is not in the queue is put behind the
   * current song, so that after it the owner's queue goes on. Null if mpd does not say the id.
   */
  static @Nullable String queued(MpdConnection mpd, String file) throws HalException, MpdRefusal {
    var there = MpdCommand.of("playlistfind", MpdCommand.filter("file", "==", file));
    var id = mpd.ask(there).first("Id");
    if (id != null) {
      return id;
    }
    var current = mpd.ask(MpdCommand.STATUS).number("song");
    var add =
        current == null
            ? MpdCommand.of("addid", file)
            : MpdCommand.of("addid", file, String.valueOf(current + 1));
    return mpd.ask(add).first("Id");
  }

  /** Puts all of it into an empty queue; false if the queue is empty even then. */
  static boolean queueAll(MpdConnection mpd) throws HalException, MpdRefusal {
    try {
      mpd.ask(MpdCommand.of("add", "/"));
    } catch (MpdRefusal e) {
      // More songs than max_playlist_length, 16384: as many as fit are in the queue now.
      if (e.error() != MpdRefusal.QUEUE_FULL) {
        throw e;
      }
    }
    return !isQueueEmpty(mpd);
  }

  static boolean isQueueEmpty(MpdConnection mpd) throws HalException, MpdRefusal {
    return Integer.valueOf(0).equals(mpd.ask(MpdCommand.STATUS).number("playlistlength"));
  }
}
