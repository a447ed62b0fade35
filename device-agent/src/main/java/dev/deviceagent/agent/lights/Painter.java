package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Puts scenes on a strip, on a thread of its own: a still one once, a moving one at a steady beat
 * until the next look. {@link #show} and {@link #leds} are for any thread.
 */
public final class Painter implements Runnable {
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Strip strip;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Look look;
  private boolean isClosed;
  private volatile int @Nullable [] shown;
  private boolean isBroken;

  public Painter(Strip strip) {
    this.strip = strip;
  }

  /** Shows this from now on. The same look again changes nothing. */
  public void show(Look look) {
    lock.lock();
    try {
      if (!look.equals(this.look)) {
        this.look = look;
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

  /** The picture that the strip last took, or null where it takes none. */
  public @Nullable List<String> leds() {
    var pixels = shown;
    return pixels == null
        ? null
        : Arrays.stream(pixels).mapToObj(rgb -> Colour.of(rgb).toString()).toList();
  }

  @Override
  public void run() {
    Look now = null;
    var scene = new Scene(List.of());
    long since = System.nanoTime();
    long frame = since;
    try {
      while (!isClosed()) {
        var wanted = wanted();
        if (wanted != null && !wanted.equals(now)) {
          now = wanted;
          scene = Scene.of(wanted);
          since = System.nanoTime();
          frame = since;
        }
        put(picture(scene, frame - since));
        frame = Math.max(frame + FRAME_NANOS, System.nanoTime()); // a slow strip skips, never lags
        long wait = isBroken ? AFTER_FAILURE.toNanos() : frame - System.nanoTime();
        await(now, scene.isMoving() || isBroken ? wait : Long.MAX_VALUE);
      }
      put(new int[strip.pixels()]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }

  private int[] picture(Scene scene, long nanos) {
    var pixels = new int[strip.pixels()];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] = scene.paint(pixel, pixels.length, nanos);
    }
    return pixels;
  }

  private void put(int[] pixels) {
    try {
      strip.show(pixels);
      shown = pixels;
      isBroken = false;
    } catch (HalException e) {
      if (!isBroken) {
        Logger.error("the light shows nothing: {}", e.getMessage());
      }
      shown = null;
      isBroken = true;
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

  private @Nullable Look wanted() {
    lock.lock();
    try {
      return look;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is time, or until there is something else to show. */
  private void await(@Nullable Look now, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!isClosed && left > 0 && (look == null || look.equals(now))) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
