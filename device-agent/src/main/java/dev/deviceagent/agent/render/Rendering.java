package dev.deviceagent.agent.render;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.lights.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line has drawn. */
public final class Rendering {
  private Rendering() {}

  /** The names of what may be drawn. */
  public static List<String> states() {
    return Gallery.names();
  }

  /**
   * Draws a state, an emotion, or how one state becomes another.
   *
   * @param from what is seen first; null for nothing else
   * @param state one of {@link #states}
   * @param emotion what the AI feels; null for nothing
   * @param file a {@code .gif} that moves, or a {@code .png} of ten frames in a row
   * @throws IllegalArgumentException where there is no such state
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
    var before = from == null ? null : look(from, null);
    Images.write(Film.of(before, look(state, emotion), theme, pixels, length), file);
  }

  /** Draws all there is on one sheet. */
  public static void sheet(Theme theme, int pixels, Path file) throws IOException {
    Images.sheet(theme, pixels, file);
  }

  private static Look look(String state, @Nullable String emotion) {
    return Gallery.find(state, emotion)
        .orElseThrow(() -> new IllegalArgumentException("there is no state '" + state + "'"));
  }
}
