package dev.deviceagent.agent.lights.effects;

import java.time.Duration;
import java.util.List;

/**
 * A theme's settings for one state, event or emotion.
 *
 * @param kind of effect, from the table {@link Effects}
 * @param colours 0xRRGGBB, at least one; the effect defines the use of the others
 * @param period of one cycle of the motion
 * @param amount 0 to 100; the effect defines its meaning
 */
public record Style(Effects.Kind kind, List<Integer> colours, Duration period, int amount) {
  public Style {
    colours = List.copyOf(colours);
  }

  /**
   * A style with one of the program's effects.
   *
   * @throws IllegalArgumentException if there is no effect of that name
   */
  public Style(String effect, List<Integer> colours, Duration period, int amount) {
    this(Effects.TABLE.get(effect), colours, period, amount);
  }

  /** The name of the effect. */
  public String effect() {
    return kind.name();
  }

  int first() {
    return colours.getFirst();
  }

  int second() {
    return colours.get(Math.min(1, colours.size() - 1));
  }

  public Style coloured(int rgb) {
    return new Style(kind, List.of(rgb), period, amount);
  }

  public Style amounting(int percent) {
    return new Style(kind, colours, period, percent);
  }
}
