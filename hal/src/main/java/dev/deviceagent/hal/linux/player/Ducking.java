package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lowers the volume of a player for a while. Any thread.
 *
 * <p>The previous volume is recorded in a file as long as the player is ducked. Otherwise an agent
 * that is killed during speech would leave the music soft, and the next one would take the soft
 * volume for the real one. The file holds one player, the last that was ducked.
 */
final class Ducking {
  private static final double PART = 4;

  private final PlayerVolume player;
  private final DuckedFile kept;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param file where the previous volume is recorded; null to keep it in this process only
   */
  Ducking(PlayerVolume player, @Nullable Path file) {
    this.player = player;
    this.kept = new DuckedFile(file);
  }

  /**
   * Lowers the volume to a quarter of what it was before any ducking. Does nothing if the player's
   * volume cannot be set.
   *
   * @throws HalException also if the previous volume cannot be recorded; then nothing is lowered
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
        ducked); // before the change: one that fails or is interrupted may still have had an effect
    var seen = player.set(new PlayerVolume.Level(now.whose(), ducked.lowered()));
    if (seen == null) {
      kept.forget();
    } else if (!isSame(seen, ducked.lowered()) && !isSame(seen, ducked.before())) {
      // A mixer with few steps took the nearest step. A player that still reports the old volume is
      // slow.
      kept.keep(new DuckedFile.Ducked(now.whose(), now.volume(), seen));
    }
  }

  /**
   * Restores the exact previous volume, also for a process that was killed while it ducked. Keeps a
   * volume that was changed in the meantime. Does nothing if no player is ducked. After a failure,
   * the next call tries again.
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
    // A player that still reports the old volume may be about to lower it, so it is set again.
    boolean isOurs = isSame(now, last.lowered()) || isSame(now, last.before());
    if (!isOurs || player.set(new PlayerVolume.Level(last.whose(), last.before())) != null) {
      kept.forget();
    }
  }

  /** Restores the previous player a last time, since another one is heard now. */
  private void leave(DuckedFile.Ducked last) {
    try {
      restore(last);
    } catch (HalException e) {
      LoggerFactory.getLogger(Ducking.class)
          .warn(
              "{}: its volume could not be restored and may stay low: {}",
              last.whose(),
              e.getMessage());
    }
    kept.forget();
  }

  private boolean isSame(double one, double other) {
    return Math.abs(one - other) <= player.step();
  }
}
