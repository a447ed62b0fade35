package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.core.State;
import dev.deviceagent.hal.Colour;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every look there is, by all that tells one from another. */
final class Looks {
  /** A single LED, a small board's, and two rings. */
  static final int[] PIXELS = {1, 3, 12, 24};

  static final List<String> EMOTIONS =
      List.of(
          "neutral",
          "happy",
          "laughing",
          "funny",
          "sad",
          "angry",
          "crying",
          "loving",
          "embarrassed",
          "surprised",
          "shocked",
          "thinking",
          "winking",
          "cool",
          "relaxed",
          "delicious",
          "kissy",
          "confident",
          "sleepy",
          "silly",
          "confused",
          "wistful");

  private static final @Nullable String[] FELT = {null, "happy", "angry"};
  private static final @Nullable Colour[] LAMPS = {null, Colour.of(0xFFFFFF)};
  private static final @Nullable Colour[] NEWS = {null, Colour.of(0xFFB000)};
  private static final boolean[] EITHER = {false, true};

  private Looks() {}

  static Look with(Look look, State state) {
    return new Look(
        state,
        look.microphoneOpen(),
        look.muted(),
        look.talking(),
        look.refused(),
        look.announcement(),
        look.emotion(),
        look.lamp());
  }

  static Look feeling(String emotion) {
    return new Look(State.IDLE, false, false, false, false, null, emotion, null);
  }

  /** Every combination, with a few emotions. */
  static List<Look> all() {
    var looks = new ArrayList<Look>();
    for (var state : State.values()) {
      for (boolean open : EITHER) {
        for (boolean muted : EITHER) {
          for (boolean talking : EITHER) {
            for (boolean refused : EITHER) {
              for (var news : NEWS) {
                for (var emotion : FELT) {
                  for (var lamp : LAMPS) {
                    looks.add(new Look(state, open, muted, talking, refused, news, emotion, lamp));
                  }
                }
              }
            }
          }
        }
      }
    }
    return looks;
  }
}
