package dev.deviceagent.agent.lights;

import dev.deviceagent.hal.HalException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * A render loop in its own thread. It draws the requested picture, draws again when the picture
 * changes with time, and retries some time after a failure. {@link #show} and {@link #close} may be
 * called from any thread. A frame allocates nothing, and the thread sleeps while nothing changes.
 *
 * @param <T> the content to draw; equal values must give equal pictures
 */
public final class RenderLoop<T> implements Runnable {
  /** Draws frames, in the thread of the render loop only. */
  @FunctionalInterface
  public interface Renderer<T> {
    /** The picture does not change with time. */
    long STILL = Long.MAX_VALUE;

    /**
     * Draws the content at a time.
     *
     * @param wanted null for dark
     * @param nanos {@link System#nanoTime()}, or the time at which the frame was due
     * @return nanoseconds until the picture changes, or {@link #STILL}
     */
    long paint(@Nullable T wanted, long nanos) throws HalException;
  }

  /** The value of {@link #busySince} while no frame is drawn. */
  public static final long IDLE = Long.MIN_VALUE;

  /** The result of {@link #turn} if no further frame is due. */
  static final long NEVER = Long.MAX_VALUE;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String what;
  private final Renderer<T> brush;
  private final LongSupplier clock;
  private volatile @Nullable T wanted;
  private volatile boolean isClosed;
  private volatile @Nullable Thread painter;
  private volatile long busySince = IDLE;
  private volatile @Nullable String problem;

  // Used by the painter's thread only.
  private @Nullable T now;
  private long due = NEVER;

  /**
   * @param what the name of the output, for the log: "the light"
   */
  public RenderLoop(String what, Renderer<T> brush) {
    this(what, brush, System::nanoTime);
  }

  /**
   * @param clock as {@link System#nanoTime()}
   */
  RenderLoop(String what, Renderer<T> brush, LongSupplier clock) {
    this.what = what;
    this.brush = brush;
    this.clock = clock;
  }

  /** Sets the content to show. An equal value changes nothing. */
  public void show(T next) {
    if (!next.equals(wanted)) {
      wanted = next;
      LockSupport.unpark(painter);
    }
  }

  /** When the current frame began, as {@link System#nanoTime()}; {@link #IDLE} between frames. */
  public long busySince() {
    return busySince;
  }

  /** Why the last frame failed; null if it succeeded. */
  public @Nullable String problem() {
    return problem;
  }

  /** Makes the output dark and ends the thread. */
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
   * Draws one frame: new content at the current time, the same content at the time when the frame
   * was due. Call it in the painter's thread, when a frame is due or the content has changed.
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
    // A late wake-up does not delay the next frame. A slow device skips frames and does not lag.
    due = still == Renderer.STILL ? NEVER : Math.max(due + still, clock.getAsLong());
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
        Logger.error("{} cannot be updated: {}", what, e.getMessage());
      }
      problem = e.getMessage();
      return AFTER_FAILURE.toNanos();
    } finally {
      busySince = IDLE;
    }
  }

  /** Waits until the next frame is due or the content changes. */
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
