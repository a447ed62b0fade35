package dev.deviceagent.agent.lights.effects;

import java.util.List;

/** A table of effects. */
public record Effects(List<Kind> all) {
  /** The program's effects. To add one, add a line here. */
  public static final Effects TABLE =
      new Effects(
          List.of(
              new Kind("none", _ -> new None()),
              new Kind("still", style -> new Still(style.first())),
              new Kind("marks", style -> new Marks(style.first(), style.amount())),
              new Kind("dots", style -> new Dots(style.first(), style.amount())),
              new Kind("arc", style -> new Arc(style.first(), style.second(), style.amount())),
              new Kind(
                  "breath", style -> new Breath(style.first(), style.period(), style.amount())),
              new Kind(
                  "heartbeat",
                  style -> new DoubleBeat(style.first(), style.period(), style.amount())),
              new Kind("comet", style -> new Comet(style.first(), style.second(), style.period())),
              new Kind("wave", style -> new Wave(style.first(), style.second(), style.period())),
              new Kind(
                  "pendulum", style -> new Pendulum(style.first(), style.second(), style.period())),
              new Kind("ripple", style -> new Ripple(style.first(), style.period())),
              new Kind(
                  "twinkle", style -> new Twinkle(style.first(), style.second(), style.period())),
              new Kind("rain", style -> new Rain(style.first(), style.period())),
              new Kind(
                  "voice", style -> new Voiced(style.first(), style.second(), style.period()))));

  /**
   * One effect of the table.
   *
   * @param name in a theme
   */
  public record Kind(String name, Maker maker) {}

  /** Creates an effect from a theme's line. */
  public interface Maker {
    Effect of(Style style);
  }

  public Effects {
    all = List.copyOf(all);
  }

  /** The names in the order of the table. */
  public List<String> names() {
    return all.stream().map(Kind::name).toList();
  }

  /**
   * @throws IllegalArgumentException if there is no effect of that name
   */
  public Kind get(String name) {
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown effect '" + name + "'"));
  }

  /** The effect of a style. */
  public static Effect of(Style style) {
    return style.kind().maker().of(style);
  }
}
