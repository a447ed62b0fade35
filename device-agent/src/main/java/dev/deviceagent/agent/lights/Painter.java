package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Paint;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows scenes on a strip, in its own thread: a constant scene once, a moving one 60 times a second
 * until the next view state. {@link #show}, {@link #hear}, {@link #close}, {@link #copy} and {@link
 * #leds} may be called from any thread.
 */
public final class Painter implements Runnable {
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;

  /**
   * With quiet hours, the interval for reading the clock. The clock may jump: a Pi starts with the
   * time of its last shutdown until NTP sets it, and daylight saving time shifts it by an hour.
   */
  private static final long CLOCK_NANOS = TimeUnit.MINUTES.toNanos(1);

  /**
   * Lowest brightness of the microphone indicator. It must be visible at any brightness setting.
   */
  private static final double MICROPHONE_LEAST = 0.3;

  private final Strip strip;
  private final Theme theme;
  private final QuietHours quiet;
  private final Supplier<LocalDateTime> clock;
  private final RenderLoop<ViewState> loop;
  private final Voice voice = new Voice();
  private final Crossfade crossfade;
  private final int[] frame;
  private volatile double level = Double.NaN;
  private @Nullable ViewState view;
  private double brightness = 1;
  private long brightnessUntil = Long.MIN_VALUE;
  private boolean isStill;

  // The last frame sent to the strip; guarded by the lock of shown.
  private final int[] shown;
  private boolean isShown;

  /**
   * @param clock the time of day, for the quiet hours
   */
  public Painter(Strip strip, Theme theme, QuietHours quiet, Supplier<LocalDateTime> clock) {
    this.strip = strip;
    this.theme = theme;
    this.quiet = quiet;
    this.clock = clock;
    this.loop = new RenderLoop<>("the light", this::paint);
    this.crossfade = new Crossfade(strip.pixels(), System.nanoTime());
    this.frame = new int[strip.pixels()];
    this.shown = new int[strip.pixels()];
  }

  /** Sets the view state to show. An equal one changes nothing. */
  public void show(ViewState wanted) {
    loop.show(wanted);
  }

  /**
   * Sets the current loudness of the AI's voice.
   *
   * @param level 0 to 1
   */
  public void hear(double level) {
    this.level = level;
  }

  /** The render loop. */
  public RenderLoop<ViewState> loop() {
    return loop;
  }

  /** Makes the strip dark and ends the thread. */
  public void close() {
    loop.close();
  }

  /** The number of pixels. */
  public int pixels() {
    return shown.length;
  }

  /**
   * Copies the last frame sent to the strip.
   *
   * @param into one 0xRRGGBB for each pixel
   * @return false if the strip did not accept the frame
   */
  public boolean copy(int[] into) {
    synchronized (shown) {
      System.arraycopy(shown, 0, into, 0, shown.length);
      return isShown;
    }
  }

  /** The last frame that the strip accepted; null if the last attempt failed. */
  public @Nullable List<String> leds() {
    var pixels = new int[shown.length];
    return copy(pixels)
        ? Arrays.stream(pixels).mapToObj(rgb -> Colour.of(rgb).toString()).toList()
        : null;
  }

  @Override
  public void run() {
    loop.run();
  }

  /**
   * As {@link RenderLoop.Brush#paint}. A constant frame that the strip accepted is not sent again.
   */
  long paint(@Nullable ViewState wanted, long nanos) throws HalException {
    if (wanted == null) {
      Arrays.fill(frame, 0); // before the first view state, and at the end
      isStill = false;
      put();
      return RenderLoop.Renderer.STILL;
    }
    boolean isSame = isStill && isShown && wanted.equals(view);
    if (!wanted.equals(view)) {
      view = wanted;
      crossfade.show(Scene.of(wanted, theme), nanos);
    }
    double loud = level;
    if (!Double.isNaN(loud)) {
      level = Double.NaN;
      voice.hear(loud, nanos);
    }
    double brightnessBefore = brightness;
    long bright = brighten(nanos);
    if (isSame && brightness == brightnessBefore) {
      return bright;
    }
    var picture = crossfade.paint(nanos, voice.at(nanos));
    for (int pixel = 0; pixel < frame.length; pixel++) {
      frame[pixel] = brightness == 1 ? picture[pixel] : Paint.dim(picture[pixel], brightness);
    }
    if (crossfade.isMicrophoneOpen()) {
      frame[0] = Paint.dim(Scene.OPEN, Math.max(brightness, MICROPHONE_LEAST));
    }
    isStill = !crossfade.isMoving(nanos);
    put();
    return isStill ? bright : FRAME_NANOS;
  }

  /**
   * Updates the brightness for the time of day. Returns the nanoseconds until it may change or
   * until the clock must be read again.
   */
  private long brighten(long nanos) {
    if (nanos >= brightnessUntil) {
      var now = clock.get();
      brightness = quiet.brightness(now.toLocalTime()) / 100.0;
      var left = quiet.untilChange(now);
      brightnessUntil =
          left == null ? Long.MAX_VALUE : nanos + Math.min(left.toNanos(), CLOCK_NANOS);
    }
    return brightnessUntil == Long.MAX_VALUE ? RenderLoop.Renderer.STILL : brightnessUntil - nanos;
  }

  private void put() throws HalException {
    boolean isTaken = false;
    try {
      strip.show(frame);
      isTaken = true;
    } finally {
      synchronized (shown) {
        System.arraycopy(frame, 0, shown, 0, shown.length);
        isShown = isTaken;
      }
    }
  }
}
