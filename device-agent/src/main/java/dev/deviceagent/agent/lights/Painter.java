package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts scenes on a strip, on a thread of its own: a still one once, a moving one at a steady beat
 * until the next look. {@link #show}, {@link #close} and {@link #leds} are for any thread.
 */
public final class Painter implements Runnable {
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;

  private final Strip strip;
  private final Easel<Look> easel;
  private @Nullable Look look;
  private Scene scene = new Scene(List.of());
  private volatile int @Nullable [] shown;

  public Painter(Strip strip) {
    this.strip = strip;
    this.easel = new Easel<>("the light", this::paint);
  }

  /** Shows this from now on. The same look again changes nothing. */
  public void show(Look wanted) {
    easel.show(wanted);
  }

  /** The thread goes dark and ends. */
  public void close() {
    easel.close();
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
    easel.run();
  }

  private long paint(@Nullable Look wanted, long nanos) throws HalException {
    if (wanted == null) {
      scene = new Scene(List.of());
    } else if (!wanted.equals(look)) {
      scene = Scene.of(wanted);
    }
    look = wanted;
    var pixels = new int[strip.pixels()];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] = scene.paint(pixel, pixels.length, nanos);
    }
    try {
      strip.show(pixels);
      shown = pixels;
    } catch (HalException e) {
      shown = null;
      throw e;
    }
    return scene.isMoving() ? FRAME_NANOS : Easel.Brush.STILL;
  }
}
