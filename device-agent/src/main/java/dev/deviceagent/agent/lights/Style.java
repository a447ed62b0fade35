package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.util.List;

/**
 * What a theme says of one thing that is to be shown.
 *
 * @param effect a name in {@link Effects}
 * @param colours 0xRRGGBB, at least one; what the second is for, the effect says
 * @param period of one turn of its motion
 * @param amount 0 to 100; what of, the effect says
 */
public record Style(String effect, List<Integer> colours, Duration period, int amount) {
  public Style {
    colours = List.copyOf(colours);
  }

  int first() {
    return colours.getFirst();
  }

  int second() {
    return colours.get(Math.min(1, colours.size() - 1));
  }

  Style coloured(int rgb) {
    return new Style(effect, List.of(rgb), period, amount);
  }

  Style amounting(int percent) {
    return new Style(effect, colours, period, percent);
  }
}
