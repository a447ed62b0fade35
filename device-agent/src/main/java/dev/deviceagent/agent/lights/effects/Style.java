package dev.deviceagent.agent.lights.effects;

import java.time.Duration;
import java.util.List;

/**
 * A theme's settings for one state, event or emotion.
 *
 * @param effect a name in {@link Effects}
 * @param colours 0xRRGGBB, at least one; the effect defines the use of the others
 * @param period of one cycle of the motion
 * @param amount 0 to 100; the effect defines its meaning
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

  public Style coloured(int rgb) {
    return new Style(effect, List.of(rgb), period, amount);
  }

  public Style amounting(int percent) {
    return new Style(effect, colours, period, percent);
  }
}
