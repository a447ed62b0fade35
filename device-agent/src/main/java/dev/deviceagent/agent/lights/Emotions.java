package dev.deviceagent.agent.lights;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What each emotion looks like. One that is not here gets the default's motion and colour. */
final class Emotions {
  /** A colour, how fast it moves, and whether it runs round or breathes. */
  record Mood(int rgb, Duration period, boolean runs) {
    Effect effect() {
      return runs ? Effects.wave(rgb, period) : Effects.breath(rgb, period, 0.25);
    }
  }

  private static final Mood DEFAULT = mood(0xB0A0FF, 3000, false);

  /** The 21 names that the vendors' models and firmware use. */
  private static final Map<String, Mood> MOODS =
      Map.ofEntries(
          Map.entry("neutral", mood(0x8090A0, 5000, false)),
          Map.entry("happy", mood(0xFFC020, 1800, true)),
          Map.entry("laughing", mood(0xFFE040, 900, true)),
          Map.entry("funny", mood(0xFFA020, 1200, true)),
          Map.entry("sad", mood(0x2040C0, 6000, false)),
          Map.entry("angry", mood(0xFF1800, 1000, false)),
          Map.entry("crying", mood(0x3070FF, 4000, true)),
          Map.entry("loving", mood(0xFF2060, 1600, false)),
          Map.entry("embarrassed", mood(0xFF7080, 3500, false)),
          Map.entry("surprised", mood(0x40F0FF, 1000, false)),
          Map.entry("shocked", mood(0xE0F0FF, 800, false)),
          Map.entry("thinking", mood(0x6060FF, 2400, true)),
          Map.entry("winking", mood(0xFFD060, 1500, false)),
          Map.entry("cool", mood(0x00C0C0, 2600, true)),
          Map.entry("relaxed", mood(0x30C070, 6000, false)),
          Map.entry("delicious", mood(0xFF8030, 2000, true)),
          Map.entry("kissy", mood(0xFF40A0, 1800, false)),
          Map.entry("confident", mood(0xFFB000, 2800, false)),
          Map.entry("sleepy", mood(0x302060, 8000, false)),
          Map.entry("silly", mood(0xA0FF20, 1100, true)),
          Map.entry("confused", mood(0xC060FF, 2200, true)));

  private Emotions() {}

  static Mood of(String emotion) {
    return MOODS.getOrDefault(emotion.toLowerCase(Locale.ROOT), DEFAULT);
  }

  private static Mood mood(int rgb, int periodMillis, boolean runs) {
    return new Mood(rgb, Duration.ofMillis(periodMillis), runs);
  }
}
