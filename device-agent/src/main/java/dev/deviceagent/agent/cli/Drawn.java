package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.config.Nearest;
import dev.deviceagent.agent.render.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The command that renders the light without hardware. */
final class Drawn {
  private static final int PIXELS_MOST = 64;
  private static final int SECONDS_MOST = 60;

  private Drawn() {}

  static int render(Call call) throws Failure {
    var out = call.option("--out");
    if (out == null || !out.toLowerCase(Locale.ROOT).matches(".*\\.(gif|png)")) {
      throw new Failure(Failure.USAGE, "--out is missing; give a file that ends with .gif or .png");
    }
    var theme = call.config().lights().theme();
    int pixels = number(call, "--pixels", 12, PIXELS_MOST);
    var file = Path.of(out);
    try {
      if (call.has("--sheet")) {
        Rendering.sheet(theme, pixels, file);
      } else {
        var state = state(call.option("--state"));
        var seconds = Duration.ofSeconds(number(call, "--seconds", 2, SECONDS_MOST));
        var from = call.option("--from");
        Rendering.film(
            from == null ? null : state(from),
            state,
            call.option("--emotion"),
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
    call.out().println(out);
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

  private static int number(Call call, String option, int otherwise, int most) throws Failure {
    var text = call.option(option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > most) {
      throw new Failure(Failure.USAGE, option + " must be a whole number from 1 to " + most);
    }
    return Integer.parseInt(text);
  }
}
