package dev.deviceagent.agent.lights.effects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The table of effects, by their names in themes. To add one, add a line here. */
public final class Effects {
  /** Creates an effect from a theme's line. */
  interface Maker {
    Effect of(Style style);
  }

  private static final SequencedMap<String, Maker> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put("none", _ -> new None());
    MAKERS.put("still", style -> new Still(style.first()));
    MAKERS.put("marks", style -> new Marks(style.first(), style.amount()));
    MAKERS.put("dots", style -> new Dots(style.first(), style.amount()));
    MAKERS.put("arc", style -> new Arc(style.first(), style.second(), style.amount()));
    MAKERS.put("breath", style -> new Breath(style.first(), style.period(), style.amount()));
    MAKERS.put("heartbeat", style -> new DoubleBeat(style.first(), style.period(), style.amount()));
    MAKERS.put("comet", style -> new Comet(style.first(), style.second(), style.period()));
    MAKERS.put("wave", style -> new Wave(style.first(), style.second(), style.period()));
    MAKERS.put("pendulum", style -> new Pendulum(style.first(), style.second(), style.period()));
    MAKERS.put("ripple", style -> new Ripple(style.first(), style.period()));
    MAKERS.put("twinkle", style -> new Twinkle(style.first(), style.second(), style.period()));
    MAKERS.put("rain", style -> new Rain(style.first(), style.period()));
    MAKERS.put("voice", style -> new Voiced(style.first(), style.second(), style.period()));
  }

  private Effects() {}

  public static List<String> names() {
    return List.copyOf(MAKERS.keySet());
  }

  /**
   * @throws IllegalArgumentException if there is no effect of that name
   */
  public static Effect of(Style style) {
    var maker = ((Map<String, Maker>) MAKERS).get(style.effect());
    if (maker == null) {
      throw new IllegalArgumentException("unknown effect '" + style.effect() + "'");
    }
    return maker.of(style);
  }
}
