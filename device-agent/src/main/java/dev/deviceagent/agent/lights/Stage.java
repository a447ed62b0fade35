package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Pictures as they follow each other: the next one fades in over the one before, which goes on
 * moving meanwhile. Where they follow too fast, each fade is slow, so that however the AI starts
 * and stops nothing flashes. The truth about the microphone waits for no fade. For one thread; no
 * frame allocates anything.
 */
final class Stage {
  private static final long FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** So slow that turning back within a third of a second has changed next to nothing. */
  private static final long SLOW_FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  private static final long RESTLESS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The first frame of a fade is to be seen at once: so much of it is there already. */
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

  Stage(int pixels, long nanos) {
    frozen = new int[pixels];
    picture = new int[pixels];
    fadeBegan = nanos - NEVER.toNanos();
    changed = fadeBegan;
    changedBefore = fadeBegan;
  }

  /** What is to be shown from now on. */
  void show(Scene scene, long nanos) {
    if (scene.equals(now)) {
      return;
    }
    if (scene.layers().equals(now.layers())) {
      now = scene; // only the microphone
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

  /** Whether the next frame may be another one. */
  boolean isMoving(long nanos) {
    return isFading(nanos) || isNowMoving;
  }

  private boolean isFading(long nanos) {
    return nanos - fadeBegan < fadeNanos;
  }

  /**
   * The picture at one time, from 0xRRGGBB for each pixel; the same array each time.
   *
   * @param nanos never less than before
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
