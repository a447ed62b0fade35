package dev.deviceagent.agent.lights;

import dev.deviceagent.hal.HalException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What painters share: on a thread of its own it has a brush paint what is wanted, again when that
 * looks different by itself, and again some time after a failure. {@link #show} and {@link #close}
 * are for any thread. A frame allocates nothing, and where nothing changes nothing wakes.
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
     * @param nanos {@link System#nanoTime()}, or when the frame was due
     * @return how many nanoseconds later it looks different, or {@link #STILL}
     */
    long paint(@Nullable T wanted, long nanos) throws HalException;
  }

  /** {@link #busySince} of one that paints nothing at the moment. */
  public static final long IDLE = Long.MIN_VALUE;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String what;
  private final Brush<T> brush;
  private volatile @Nullable T wanted;
  private volatile boolean isClosed;
  private volatile @Nullable Thread painter;
  private volatile long busySince = IDLE;
  private volatile @Nullable String problem;

  /**
   * @param what is painted on, for the log: "the light"
   */
  public Easel(String what, Brush<T> brush) {
    this.what = what;
    this.brush = brush;
  }

  /** Shows this from now on. The same again changes nothing. */
  public void show(T next) {
    if (!next.equals(wanted)) {
      wanted = next;
      LockSupport.unpark(painter);
    }
  }

  /** When it began to paint a frame, {@link System#nanoTime()}; {@link #IDLE} between two. */
  public long busySince() {
    return busySince;
  }

  /** Why the last frame was not painted, or null. */
  public @Nullable String problem() {
    return problem;
  }

  /** The thread goes dark and ends. */
  public void close() {
    isClosed = true;
    LockSupport.unpark(painter);
  }

  @Override
  public void run() {
    painter = Thread.currentThread();
    T now = null;
    long due = System.nanoTime();
    while (!isClosed) {
      var next = wanted;
      if (!Objects.equals(next, now)) {
        now = next;
        due = System.nanoTime();
      }
      long still = paint(now, due);
      if (still == Brush.STILL) {
        await(now, Long.MAX_VALUE);
        due = System.nanoTime();
      } else {
        due = Math.max(due + still, System.nanoTime()); // a slow device skips, never lags
        await(now, due);
      }
    }
    paint(null, System.nanoTime());
  }

  private long paint(@Nullable T now, long nanos) {
    busySince = System.nanoTime();
    try {
      long still = brush.paint(now, nanos);
      problem = null;
      return still;
    } catch (HalException e) {
      if (problem == null) {
        Logger.error("{} shows nothing: {}", what, e.getMessage());
      }
      problem = e.getMessage();
      return AFTER_FAILURE.toNanos();
    } finally {
      busySince = IDLE;
    }
  }

  /** Waits until it is time, or until there is something else to show. */
  private void await(@Nullable T now, long due) {
    while (!isClosed && Objects.equals(wanted, now)) {
      if (due == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        long left = due - System.nanoTime();
        if (left <= 0) {
          return;
        }
        LockSupport.parkNanos(this, left);
      }
    }
  }
}
