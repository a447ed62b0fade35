package dev.deviceagent.agent.lights;

import dev.deviceagent.hal.HalException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
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

  /** What {@link #turn} gives where no further frame is due. */
  static final long NEVER = Long.MAX_VALUE;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String what;
  private final Brush<T> brush;
  private final LongSupplier clock;
  private volatile @Nullable T wanted;
  private volatile boolean isClosed;
  private volatile @Nullable Thread painter;
  private volatile long busySince = IDLE;
  private volatile @Nullable String problem;

  // Of the painter's thread alone.
  private @Nullable T now;
  private long due = NEVER;

  /**
   * @param what is painted on, for the log: "the light"
   */
  public Easel(String what, Brush<T> brush) {
    this(what, brush, System::nanoTime);
  }

  /**
   * @param clock as {@link System#nanoTime()}
   */
  Easel(String what, Brush<T> brush, LongSupplier clock) {
    this.what = what;
    this.brush = brush;
    this.clock = clock;
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
    while (!isClosed) {
      turn();
      await();
    }
    paint(null, clock.getAsLong());
  }

  /**
   * Paints one frame: of another picture now, of the same one as it is when the frame was due. For
   * the painter's thread, when a frame is due or there is something else to show.
   *
   * @return when the next frame is due, or {@link #NEVER}
   */
  long turn() {
    var next = wanted;
    if (due == NEVER || !Objects.equals(next, now)) {
      now = next;
      due = clock.getAsLong();
    }
    long still = paint(now, due);
    // A thread that wakes late does not delay the next frame; a slow device skips, and never lags.
    due = still == Brush.STILL ? NEVER : Math.max(due + still, clock.getAsLong());
    return due;
  }

  private long paint(@Nullable T picture, long nanos) {
    busySince = clock.getAsLong();
    try {
      long still = brush.paint(picture, nanos);
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
  private void await() {
    while (!isClosed && Objects.equals(wanted, now)) {
      if (due == NEVER) {
        LockSupport.park(this);
      } else {
        long left = due - clock.getAsLong();
        if (left <= 0) {
          return;
        }
        LockSupport.parkNanos(this, left);
      }
    }
  }
}
