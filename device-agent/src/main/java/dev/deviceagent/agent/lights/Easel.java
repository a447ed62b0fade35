package dev.deviceagent.agent.lights;

import dev.deviceagent.hal.HalException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What painters share: on a thread of its own it has a brush paint what is wanted, again when that
 * looks different by itself, and again some time after a failure. {@link #show} and {@link #close}
 * are for any thread.
 *
 * @param <T> what is painted; two that are equal are the same picture
 */
public final class Easel<T> implements Runnable {
  /** Paints on the one thread of the easel. */
  @FunctionalInterface
  public interface Brush<T> {
    /** No time: it never looks different by itself. */
    long STILL = Long.MAX_VALUE;

    /**
     * Paints it as it is at one time.
     *
     * @param wanted null is dark
     * @param nanos since it is wanted
     * @return how many nanoseconds later it looks different, or {@link #STILL}
     */
    long paint(@Nullable T wanted, long nanos) throws HalException;
  }

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String what;
  private final Brush<T> brush;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable T wanted;
  private boolean isClosed;
  private boolean isBroken;

  /**
   * @param what is painted on, for the log: "the light"
   */
  public Easel(String what, Brush<T> brush) {
    this.what = what;
    this.brush = brush;
  }

  /** Shows this from now on. The same again changes nothing. */
  public void show(T next) {
    lock.lock();
    try {
      if (!next.equals(wanted)) {
        wanted = next;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The thread goes dark and ends. */
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    T now = null;
    long since = System.nanoTime();
    long frame = since;
    try {
      while (!isClosed()) {
        var next = wanted();
        if (next != null && !next.equals(now)) {
          now = next;
          since = System.nanoTime();
          frame = since;
        }
        long still = paint(now, frame - since);
        if (still == Brush.STILL) {
          await(now, Long.MAX_VALUE);
          frame = System.nanoTime();
        } else {
          frame = Math.max(frame + still, System.nanoTime()); // a slow device skips, never lags
          await(now, frame - System.nanoTime());
        }
      }
      paint(null, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }

  private long paint(@Nullable T now, long nanos) {
    try {
      long still = brush.paint(now, nanos);
      isBroken = false;
      return still;
    } catch (HalException e) {
      if (!isBroken) {
        Logger.error("{} shows nothing: {}", what, e.getMessage());
      }
      isBroken = true;
      return AFTER_FAILURE.toNanos();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable T wanted() {
    lock.lock();
    try {
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is time, or until there is something else to show. */
  private void await(@Nullable T now, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!isClosed && left > 0 && (wanted == null || wanted.equals(now))) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
