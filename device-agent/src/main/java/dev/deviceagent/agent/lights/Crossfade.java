package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Paint;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Crossfades between scenes: the next one fades in over the previous one, which keeps moving. If
 * scenes change too fast, each fade is slow, so that the light never flashes, however often the AI
 * starts and stops. The microphone indicator changes without a fade. For one thread; no frame
 * allocates anything.
 */
final class Crossfade {
  private static final long FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** A slow fade changes almost nothing if it is reversed within a third of a second. */
  private static final long SLOW_FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  private static final long RESTLESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * The share of the new scene in the first frame of a fade, so that the change is visible
   * immediately.
   */
  private static final double FIRST_STEP = 0.05;

  private static final Duration NEVER = Duration.ofDays(1);

  private final int[] frozen;
  private final int[] picture;
  private Scene before = Scene.DARK;
  private Scene now = Scene.DARK;
  private boolean isNowMoving;
  private boolean isFrozen;
  private long fadeBegan;
  private long fadeNanos;
  private long changed;
  private long changedBefore;

  Crossfade(int pixels, long nanos) {
    frozen = new int[pixels];
    picture = new int[pixels];
    fadeBegan = nanos - NEVER.toNanos();
    changed = fadeBegan;
    changedBefore = fadeBegan;
  }

  /** Sets the scene to show. */
  void show(Scene scene, long nanos) {
    if (scene.equals(now)) {
      return;
    }
    if (scene.layers().equals(now.layers())) {
      now = scene; // only the microphone indicator changes
      return;
    }
    isFrozen = isFading(nanos);
    System.arraycopy(picture, 0, frozen, 0, frozen.length);
    before = now;
    now = scene;
    isNowMoving = scene.isMoving();
    boolean isRestless = nanos - changedBefore < RESTLESS_NANOS;
    fadeNanos = isRestless ? SLOW_FADE_NANOS : FADE_NANOS;
    fadeBegan = nanos;
    changedBefore = changed;
    changed = nanos;
  }

  /** Whether the next frame may be different. */
  boolean isMoving(long nanos) {
    return isFading(nanos) || isNowMoving;
  }

  private boolean isFading(long nanos) {
    return nanos - fadeBegan < fadeNanos;
  }

  /**
   * Draws the frame at a time: 0xRRGGBB of each pixel; the same array each time.
   *
   * @param nanos must not decrease
   */
  int[] paint(long nanos, double voice) {
    double share = isFading(nanos) ? share((double) (nanos - fadeBegan) / fadeNanos) : 1;
    int pixels = picture.length;
    for (int pixel = 0; pixel < pixels; pixel++) {
      int to = now.paint(pixel, pixels, nanos, voice);
      if (share < 1) {
        int from = isFrozen ? frozen[pixel] : before.paint(pixel, pixels, nanos, voice);
        to = Paint.mix(from, to, share);
      }
      picture[pixel] = to;
    }
    return picture;
  }

  private static double share(double time) {
    return FIRST_STEP + (1 - FIRST_STEP) * Paint.ease(time);
  }

  boolean isMicrophoneOpen() {
    return now.microphoneOpen();
  }
}
