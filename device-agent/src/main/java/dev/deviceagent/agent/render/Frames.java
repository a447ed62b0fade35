package dev.deviceagent.agent.render;

import dev.deviceagent.agent.face.Face;
import dev.deviceagent.agent.lights.StripFrames;
import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of strip and face over a time, as the render loops would show them.
 *
 * @param frames in order, at equal intervals
 */
record Frames(List<Frame> frames) {
  static final int FRAMES_A_SECOND = 20;

  private static final int FACE_WIDTH = 128;
  private static final int FACE_HEIGHT = 64;

  /** The share of the film that shows the first view state, before it changes. */
  private static final double BEFORE = 0.35;

  /** One frame of the strip and of the face. */
  static final class Frame {
    private final int[] pixels;
    private final Picture face;

    Frame(int[] pixels, Picture face) {
      this.pixels = pixels.clone();
      this.face = face;
    }

    int pixels() {
      return pixels.length;
    }

    /** 0xRRGGBB. */
    int rgb(int pixel) {
      return pixels[pixel];
    }

    Picture face() {
      return face;
    }
  }

  /**
   * @param from the view state before the change; null for no change
   */
  static Frames of(
      @Nullable ViewState from, ViewState to, Theme theme, int pixels, Duration length) {
    int count = Math.max(1, (int) (length.toMillis() * FRAMES_A_SECOND / 1000));
    var strip = new StripFrames(theme, pixels);
    var frames = new ArrayList<Frame>();
    int change = from == null ? 0 : (int) (count * BEFORE);
    for (int i = 0; i < count; i++) {
      var view = from != null && i < change ? from : to;
      long nanos = Duration.ofSeconds(i).toNanos() / FRAMES_A_SECOND;
      var face = Face.of(view).picture(FACE_WIDTH, FACE_HEIGHT, nanos);
      frames.add(new Frame(strip.frame(view, nanos), face));
    }
    return new Frames(List.copyOf(frames));
  }

  /**
   * A frame of one view state, without a change. {@code at} must be late enough that the crossfade
   * has ended.
   */
  static Frame still(ViewState view, Theme theme, int pixels, Duration at) {
    var strip = new StripFrames(theme, pixels);
    strip.frame(view, 0);
    return new Frame(
        strip.frame(view, at.toNanos()),
        Face.of(view).picture(FACE_WIDTH, FACE_HEIGHT, Duration.ofSeconds(1).toNanos()));
  }
}
