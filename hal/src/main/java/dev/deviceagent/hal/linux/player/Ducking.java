package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lowers a player's own volume for a while. Any thread.
 *
 * <p>The volume before is kept in a file as long as the player is ducked: an agent that is killed
 * while somebody speaks would else leave the music soft for ever, and the next one would take the
 * soft volume for the real one. There is room for one player, the last that was ducked.
 */
final class Ducking {
  private static final double PART = 4;

  private final PlayerVolume player;
  private final DuckedFile kept;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param file where the volume before is kept; null to forget it with this process
   */
  Ducking(PlayerVolume player, @Nullable Path file) {
    this.player = player;
    this.kept = new DuckedFile(file);
  }

  /**
   * Lowers it to a quarter, of what it was before any ducking. Where the player's volume cannot be
   * set this does nothing.
   *
   * @throws HalException also where the volume before cannot be kept; then nothing is lowered
   */
  void duck() throws HalException {
    lock.lock();
    try {
      var now = player.now();
      if (now == null) {
        return;
      }
      var last = kept.ducked();
      if (last != null && !last.whose().equals(now.whose())) {
        leave(last);
        last = null;
      }
      if (last == null || !isSame(now.volume(), last.lowered())) {
        lower(now);
      }
    } finally {
      lock.unlock();
    }
  }

  private void lower(PlayerVolume.Level now) throws HalException {
    var ducked = new DuckedFile.Ducked(now.whose(), now.volume(), now.volume() / PART);
    kept.keep(
        ducked); // already now: one that fails, or is cut off, may have been done all the same
    var seen = player.set(new PlayerVolume.Level(now.whose(), ducked.lowered()));
    if (seen == null) {
      kept.forget();
    } else if (!isSame(seen, ducked.lowered()) && !isSame(seen, ducked.before())) {
      // A mixer of few steps took the nearest of them. One that still says the old volume is slow.
      kept.keep(new DuckedFile.Ducked(now.whose(), now.volume(), seen));
    }
  }

  /**
   * Sets it to exactly what it was, also for a process that was killed while ducked. A volume that
   * somebody else has set in the meantime stays. Does nothing where nothing is ducked; after a
   * failure the next call tries again.
   */
  void unduck() throws HalException {
    lock.lock();
    try {
      var last = kept.ducked();
      if (last != null) {
        restore(last);
      }
    } finally {
      lock.unlock();
    }
  }

  private void restore(DuckedFile.Ducked last) throws HalException {
    var now = player.of(last.whose());
    if (now == null) {
      return;
    }
    // One that still says the old volume may be about to lower it: it is told again.
    boolean isOurs = isSame(now, last.lowered()) || isSame(now, last.before());
    if (!isOurs || player.set(new PlayerVolume.Level(last.whose(), last.before())) != null) {
      kept.forget();
    }
  }

  /** Another one is heard now, so this is the last that is done for the one before. */
  private void leave(DuckedFile.Ducked last) {
    try {
      restore(last);
    } catch (HalException e) {
      LoggerFactory.getLogger(Ducking.class)
          .warn("{} was ducked and may stay soft: {}", last.whose(), e.getMessage());
    }
    kept.forget();
  }

  private boolean isSame(double one, double other) {
    return Math.abs(one - other) <= player.step();
  }
}
