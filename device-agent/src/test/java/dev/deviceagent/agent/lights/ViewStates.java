package dev.deviceagent.agent.lights;

import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ThemeReader;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every view state, by all values that distinguish one from another. */
final class ViewStates {
  /** A single LED, a small board's three, and two rings. */
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
  private static final ViewState.@Nullable Offline[] OFFLINE = {
    null, ViewState.Offline.NETWORK, ViewState.Offline.BRIDGE, ViewState.Offline.ROOM
  };
  private static final boolean[] EITHER = {false, true};

  private ViewStates() {}

  static ViewState with(ViewState view, State state) {
    return view.but().state(state).build();
  }

  /** The default theme. */
  static final Theme THEME = theme();

  private static Theme theme() {
    try {
      return ThemeReader.read(ThemeReader.DEFAULT, Path.of("/"));
    } catch (ConfigException e) {
      throw new AssertionError(e.lines().toString(), e);
    }
  }

  /** Short or rare states on top of another view state. */
  static List<ViewState> moments(ViewState view) {
    var moments = new ArrayList<ViewState>();
    for (boolean interrupted : EITHER) {
      for (var volume : new Integer[] {null, 0, 37, 100}) {
        for (boolean low : EITHER) {
          for (var offline : OFFLINE) {
            if ((view.state() == State.OFFLINE) == (offline != null)) {
              moments.add(
                  view.but()
                      .offline(offline)
                      .interrupted(interrupted)
                      .volume(volume)
                      .batteryLow(low)
                      .build());
            }
          }
        }
      }
    }
    return moments;
  }

  static ViewState feeling(String emotion) {
    return ViewState.in(State.IDLE).emotion(emotion).build();
  }

  /** Every combination, with a few emotions. */
  static List<ViewState> all() {
    var views = new ArrayList<ViewState>();
    for (var state : State.values()) {
      for (boolean open : EITHER) {
        for (boolean muted : EITHER) {
          for (boolean talking : EITHER) {
            for (boolean refused : EITHER) {
              for (var news : NEWS) {
                for (var emotion : FELT) {
                  for (var lamp : LAMPS) {
                    views.add(
                        ViewState.in(state)
                            .microphoneOpen(open)
                            .muted(muted)
                            .talking(talking)
                            .refused(refused)
                            .announcement(news)
                            .emotion(emotion)
                            .lamp(lamp)
                            .build());
                  }
                }
              }
            }
          }
        }
      }
    }
    return views;
  }
}
