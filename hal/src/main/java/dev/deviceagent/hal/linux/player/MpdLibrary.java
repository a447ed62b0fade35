package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds songs in mpd's library, and adds them to its queue. */
final class MpdLibrary {
  /** The searches for a song's name, best match first. */
  private static final List<Look> LOOKS =
      List.of(
          new Look("title", "=="),
          new Look("title", "contains"),
          new Look("file", "contains"),
          new Look("artist", "contains"));

  /**
   * No song has a longer name. In addition, mpd closes the connection after a line of more than a
   * few KiB, and two levels of escaping may turn one character into four.
   */
  private static final int MAX_NAME_CHARS = 200;

  private MpdLibrary() {}

  /** One way to search for a song. */
  private record Look(String subject, String operator) {
    MpdCommand command(String name) {
      return MpdCommand.of("search", MpdCommand.filter(subject, operator, name), "window", "0:1");
    }
  }

  /**
   * Returns the file with the nearest name, relative to the music directory; null if none matches.
   */
  static @Nullable String find(MpdConnection mpd, String song) throws HalException, MpdRefusal {
    // A line feed cannot be sent to mpd, and control characters are not part of a name.
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
   * Returns the id in the queue of a file of the library. A file that is not in the queue is added
   * after the current song, so that the owner's queue continues after it. Null if mpd does not
   * report the id.
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

  /** Adds the whole library to an empty queue. Returns false if the queue is still empty. */
  static boolean queueAll(MpdConnection mpd) throws HalException, MpdRefusal {
    try {
      mpd.ask(MpdCommand.of("add", "/"));
    } catch (MpdRefusal e) {
      // More songs than max_playlist_length, 16384: the queue now holds as many as fit.
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
