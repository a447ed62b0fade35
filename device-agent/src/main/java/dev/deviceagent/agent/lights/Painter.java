package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
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
 * Puts scenes on a strip, on a thread of its own: a still one once, a moving one 60 times a second
 * until the next look. {@link #show}, {@link #hear}, {@link #close}, {@link #copy} and {@link
 * #leds} are for any thread.
 */
public final class Painter implements Runnable {
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;

  /**
   * With quiet hours, so often the clock is looked at: it may be set, by NTP on a Pi that starts
   * with the time of its last shutdown, or by an hour in spring and autumn.
   */
  private static final long CLOCK_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** However dark the night: whether somebody hears is to be seen. */
  private static final double MICROPHONE_LEAST = 0.3;

  private final Strip strip;
  private final Theme theme;
  private final QuietHours quiet;
  private final Supplier<LocalDateTime> clock;
  private final Easel<Look> easel;
  private final Voice voice = new Voice();
  private final Stage stage;
  private final int[] frame;
  private volatile double level = Double.NaN;
  private @Nullable Look look;
  private double brightness = 1;
  private long brightnessUntil = Long.MIN_VALUE;
  private boolean isStill;

  // What the strip took last, under the lock of shown.
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
    this.easel = new Easel<>("the light", this::paint);
    this.stage = new Stage(strip.pixels(), System.nanoTime());
    this.frame = new int[strip.pixels()];
    this.shown = new int[strip.pixels()];
  }

  /** Shows this from now on. The same look again changes nothing. */
  public void show(Look wanted) {
    easel.show(wanted);
  }

  /**
   * The AI's voice is so loud now.
   *
   * @param level 0 to 1
   */
  public void hear(double level) {
    this.level = level;
  }

  /** The loop behind it. */
  public Easel<Look> easel() {
    return easel;
  }

  /** The thread goes dark and ends. */
  public void close() {
    easel.close();
  }

  /** How many pixels there are. */
  public int pixels() {
    return shown.length;
  }

  /**
   * Copies the picture that the strip last took.
   *
   * @param into one 0xRRGGBB for each pixel
   * @return false where it takes none
   */
  public boolean copy(int[] into) {
    synchronized (shown) {
      System.arraycopy(shown, 0, into, 0, shown.length);
      return isShown;
    }
  }

  /** The picture that the strip last took, or null where it takes none. */
  public @Nullable List<String> leds() {
    var pixels = new int[shown.length];
    return copy(pixels)
        ? Arrays.stream(pixels).mapToObj(rgb -> Colour.of(rgb).toString()).toList()
        : null;
  }

  @Override
  public void run() {
    easel.run();
  }

  /** As {@link Easel.Brush#paint}. A still picture that the strip has taken is not sent again. */
  long paint(@Nullable Look wanted, long nanos) throws HalException {
    if (wanted == null) {
      Arrays.fill(frame, 0); // before the first look, and at the end
      isStill = false;
      put();
      return Easel.Brush.STILL;
    }
    boolean isSame = isStill && isShown && wanted.equals(look);
    if (!wanted.equals(look)) {
      look = wanted;
      stage.show(Scene.of(wanted, theme), nanos);
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
    var picture = stage.paint(nanos, voice.at(nanos));
    for (int pixel = 0; pixel < frame.length; pixel++) {
      frame[pixel] = brightness == 1 ? picture[pixel] : Paint.dim(picture[pixel], brightness);
    }
    if (stage.isMicrophoneOpen()) {
      frame[0] = Paint.dim(Scene.OPEN, Math.max(brightness, MICROPHONE_LEAST));
    }
    isStill = !stage.isMoving(nanos);
    put();
    return isStill ? bright : FRAME_NANOS;
  }

  /** Takes up the brightness of the hour; gives how long it stays, or until the clock is read. */
  private long brighten(long nanos) {
    if (nanos >= brightnessUntil) {
      var now = clock.get();
      brightness = quiet.brightness(now.toLocalTime()) / 100.0;
      var left = quiet.untilChange(now);
      brightnessUntil =
          left == null ? Long.MAX_VALUE : nanos + Math.min(left.toNanos(), CLOCK_NANOS);
    }
    return brightnessUntil == Long.MAX_VALUE ? Easel.Brush.STILL : brightnessUntil - nanos;
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
