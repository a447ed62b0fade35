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
    views.put(
        "talking", new ViewState(State.LISTENING, true, false, true, false, null, null, null));
    views.put("listening", view(State.LISTENING));
    views.put("thinking", view(State.THINKING));
    views.put("speaking", view(State.SPEAKING));
    views.put("interrupted", moment(true, null, false));
    views.put("refused", new ViewState(State.IDLE, false, false, false, true, null, null, null));
    views.put("volume", moment(false, 40, false));
    views.put(
        "announcement", new ViewState(State.IDLE, false, false, false, false, AMBER, null, null));
    views.put("mute", new ViewState(State.IDLE, false, true, false, false, null, null, null));
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
    return Optional.of(
        new ViewState(
            view.state(),
            view.microphoneOpen(),
            view.muted(),
            view.talking(),
            view.refused(),
            view.announcement(),
            emotion,
            view.lamp(),
            view.offline(),
            view.interrupted(),
            view.volume(),
            view.batteryLow()));
  }

  private static ViewState view(State state) {
    return new ViewState(state, false, false, false, false, null, null, null);
  }

  private static ViewState feeling(String emotion) {
    return new ViewState(State.IDLE, false, false, false, false, null, emotion, null);
  }

  private static ViewState offline(ViewState.Offline why) {
    return new ViewState(
        State.OFFLINE, false, false, false, false, null, null, null, why, false, null, false);
  }

  private static ViewState moment(
      boolean interrupted, @Nullable Integer volume, boolean batteryLow) {
    return new ViewState(
        State.IDLE,
        false,
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        interrupted,
        volume,
        batteryLow);
  }
}
