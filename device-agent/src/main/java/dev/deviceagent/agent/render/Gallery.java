package dev.deviceagent.agent.render;

import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Every view state that can be drawn, by name. */
final class Gallery {
  private static final Colour AMBER = Colour.of(0xFFB000);

  private Gallery() {}

  /** All states and moments, in the order of a speaker's day. */
  static SequencedMap<String, ViewState> states() {
    var views = new LinkedHashMap<String, ViewState>();
    views.put("starting", view(State.STARTING));
    views.put("offline", view(State.OFFLINE));
    views.put("offline_room", offline(ViewState.Offline.ROOM));
    views.put("offline_network", offline(ViewState.Offline.NETWORK));
    views.put("idle", view(State.IDLE));
    views.put("talking", ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build());
    views.put("listening", view(State.LISTENING));
    views.put("thinking", view(State.THINKING));
    views.put("speaking", view(State.SPEAKING));
    views.put("interrupted", moment(true, null, false));
    views.put("refused", ViewState.in(State.IDLE).refused(true).build());
    views.put("volume", moment(false, 40, false));
    views.put("announcement", ViewState.in(State.IDLE).announcement(AMBER).build());
    views.put("mute", ViewState.in(State.IDLE).muted(true).build());
    views.put("battery_low", moment(false, null, true));
    views.put("error", view(State.ERROR));
    return views;
  }

  /** All states and moments, and every emotion of a theme. */
  static SequencedMap<String, ViewState> all(Theme theme) {
    var views = states();
    theme.emotions().keySet().stream().sorted().forEach(name -> views.put(name, feeling(name)));
    return views;
  }

  static List<String> names() {
    return List.copyOf(states().keySet());
  }

  /** A state or moment, combined with an emotion of the AI. */
  static Optional<ViewState> find(String name, @Nullable String emotion) {
    var view = states().get(name);
    if (view == null) {
      return Optional.empty();
    }
    return Optional.of(view.but().emotion(emotion).build());
  }

  private static ViewState view(State state) {
    return ViewState.of(state);
  }

  private static ViewState feeling(String emotion) {
    return ViewState.in(State.IDLE).emotion(emotion).build();
  }

  private static ViewState offline(ViewState.Offline why) {
    return ViewState.in(State.OFFLINE).offline(why).build();
  }

  private static ViewState moment(
      boolean interrupted, @Nullable Integer volume, boolean batteryLow) {
    return ViewState.in(State.IDLE)
        .interrupted(interrupted)
        .volume(volume)
        .batteryLow(batteryLow)
        .build();
  }
}
