package dev.deviceagent.agent.render;

import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.view.ViewState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders images for the command line. */
public final class Rendering {
  private Rendering() {}

  /** The names of the states that can be drawn. */
  public static List<String> states() {
    return Gallery.names();
  }

  /**
   * Draws a state, an emotion, or the change from one state to another.
   *
   * @param from the state before the change; null for no change
   * @param state one of {@link #states}
   * @param emotion the emotion of the AI; null for none
   * @param file an animated {@code .gif}, or a {@code .png} of ten frames in a row
   * @throws IllegalArgumentException if there is no such state
   */
  public static void film(
      @Nullable String from,
      String state,
      @Nullable String emotion,
      Theme theme,
      int pixels,
      Duration length,
      Path file)
      throws IOException {
    var before = from == null ? null : view(from, null);
    Images.write(Frames.of(before, view(state, emotion), theme, pixels, length), file);
  }

  /** Draws all states on one sheet. */
  public static void sheet(Theme theme, int pixels, Path file) throws IOException {
    Images.sheet(theme, pixels, file);
  }

  private static ViewState view(String state, @Nullable String emotion) {
    return Gallery.find(state, emotion)
        .orElseThrow(() -> new IllegalArgumentException("there is no state '" + state + "'"));
  }
}
