package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.lights.effects.Style;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The appearance of everything that the light shows, as data. Immutable.
 *
 * @param cues one entry for every {@link Cue}; {@link Cue#EMOTION} has the default emotion's
 * @param emotions by their names in lower case
 */
public record Theme(Map<Cue, Style> cues, Map<String, Style> emotions) {
  public Theme {
    cues = new EnumMap<>(cues);
    emotions = Map.copyOf(emotions);
    for (var cue : Cue.values()) {
      if (!cues.containsKey(cue)) {
        throw new IllegalArgumentException("a theme without " + cue.word());
      }
    }
  }

  Style style(Cue cue) {
    var style = cues.get(cue);
    if (style == null) {
      throw new IllegalStateException("checked above: " + cue);
    }
    return style;
  }

  /** The style of an emotion; an unknown emotion gets the default's. */
  Style emotion(String name) {
    return emotions.getOrDefault(name.toLowerCase(Locale.ROOT), style(Cue.EMOTION));
  }
}
