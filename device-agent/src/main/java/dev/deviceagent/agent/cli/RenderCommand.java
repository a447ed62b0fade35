package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.render.Rendering;
import dev.deviceagent.agent.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The command {@code render}. */
final class RenderCommand extends Command {
  private static final int PIXELS_MOST = 64;
  private static final int SECONDS_MOST = 60;

  RenderCommand() {
    super(
        "draws the light and the face to an image file, without any hardware",
        option(
            "--out",
            "FILE",
            "the output file: an animated .gif, or a .png with the frames in a row"),
        option(
            "--state", "STATE", "the state to draw: idle, speaking, thinking, offline, volume, …"),
        option("--from", "STATE", "the state before it; the transition is drawn too"),
        option("--emotion", "NAME", "the emotion of the AI"),
        option("--seconds", "N", "the duration; default: 2"),
        option("--pixels", "N", "the number of pixels of the strip; default: 12"),
        flag("--sheet", "draw every state and emotion on one sheet"),
        config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var out = arguments.option("--out");
    if (out == null || !out.toLowerCase(Locale.ROOT).matches(".*\\.(gif|png)")) {
      throw new Failure(Failure.USAGE, "--out is missing; give a file that ends with .gif or .png");
    }
    var theme = arguments.config().lights().theme();
    int pixels = number(arguments, "--pixels", 12, PIXELS_MOST);
    var file = Path.of(out);
    try {
      if (arguments.has("--sheet")) {
        Rendering.sheet(theme, pixels, file);
      } else {
        var state = state(arguments.option("--state"));
        var seconds = Duration.ofSeconds(number(arguments, "--seconds", 2, SECONDS_MOST));
        var from = arguments.option("--from");
        Rendering.film(
            from == null ? null : state(from),
            state,
            arguments.option("--emotion"),
            theme,
            pixels,
            seconds,
            file);
      }
    } catch (IOException e) {
      throw new Failure(Failure.OS, out + ": cannot be written: " + e.getMessage());
    } catch (NoClassDefFoundError e) {
      throw new Failure(
          Failure.UNAVAILABLE, "this Java cannot draw; install one with the module java.desktop");
    }
    arguments.out().println(out);
    return 0;
  }

  private static String state(@Nullable String state) throws Failure {
    var name = state == null ? "idle" : state;
    if (!Rendering.states().contains(name)) {
      throw new Failure(
          Failure.USAGE,
          "there is no state '" + name + "'" + Nearest.hint(name, Rendering.states()));
    }
    return name;
  }

  private static int number(ParsedCommand arguments, String option, int otherwise, int most)
      throws Failure {
    var text = arguments.option(option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > most) {
      throw new Failure(Failure.USAGE, option + " must be a whole number from 1 to " + most);
    }
    return Integer.parseInt(text);
  }
}
