package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lowers mpd's own volume for a while. Any thread. */
final class MpdDucking {
  private static final int PART = 4;

  private final MpdClient client;
  private final ReentrantLock lock = new ReentrantLock();

  /** mpd's volume as it was before it was ducked; null while it is not. */
  private @Nullable Integer volumeBefore;

  MpdDucking(MpdClient client) {
    this.client = client;
  }

  void duck() throws HalException {
    lock.lock();
    try {
      var before = volumeBefore;
      if (before == null) {
        before = client.with(mpd -> mpd.ask(MpdCommand.STATUS)).number("volume");
        if (before == null || before < 0) { // MPD protocol, "status": no mixer; -1 in older ones
          return;
        }
        volumeBefore = before; // already now: one that fails may have been done all the same
      }
      set(before / PART);
    } finally {
      lock.unlock();
    }
  }

  void unduck() throws HalException {
    lock.lock();
    try {
      var before = volumeBefore;
      if (before != null && set(before)) {
        volumeBefore = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sets it, 0 to 100; false where mpd has no mixer, or none at the moment. */
  private boolean set(int percent) throws HalException {
    return client.with(mpd -> {
      try {
        mpd.ask(MpdCommand.of("setvol", String.valueOf(percent)));
        return true;
      } catch (MpdRefusal e) {
        if (e.error() == MpdRefusal.PERMISSION) {
          throw e;
        }
        return false;
      }
    });
  }
}
