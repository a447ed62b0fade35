package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.Indication;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The appearance of everything that the light shows, as data. Immutable.
 *
 * @param styles one entry for every themed {@link Indication}; {@link Indication#EMOTION} has the
 *     default emotion's
 * @param emotions by their names in lower case
 */
public record Theme(Map<Indication, Style> styles, Map<String, Style> emotions) {
  public Theme {
    styles = new EnumMap<>(styles);
    emotions = Map.copyOf(emotions);
    for (var indication : Indication.values()) {
      if (indication.isThemed() != styles.containsKey(indication)) {
        throw new IllegalArgumentException("a theme with a wrong set: " + indication.word());
      }
    }
  }

  Style style(Indication indication) {
    var style = styles.get(indication);
    if (style == null) {
      throw new IllegalStateException("checked above: " + indication);
    }
    return style;
  }

  /** The style of an emotion; an unknown emotion gets the default's. */
  Style emotion(String name) {
    return emotions.getOrDefault(name.toLowerCase(Locale.ROOT), style(Indication.EMOTION));
  }
}
