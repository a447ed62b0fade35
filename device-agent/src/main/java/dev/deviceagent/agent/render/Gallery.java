package dev.deviceagent.agent.render;

import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.view.Look;
import dev.deviceagent.agent.view.State;
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
  static SequencedMap<String, Look> states() {
    var looks = new LinkedHashMap<String, Look>();
    looks.put("starting", look(State.STARTING));
    looks.put("offline", look(State.OFFLINE));
    looks.put("offline_room", offline(Look.Offline.ROOM));
    looks.put("offline_network", offline(Look.Offline.NETWORK));
    looks.put("idle", look(State.IDLE));
    looks.put("talking", new Look(State.LISTENING, true, false, true, false, null, null, null));
    looks.put("listening", look(State.LISTENING));
    looks.put("thinking", look(State.THINKING));
    looks.put("speaking", look(State.SPEAKING));
    looks.put("interrupted", moment(true, null, false));
    looks.put("refused", new Look(State.IDLE, false, false, false, true, null, null, null));
    looks.put("volume", moment(false, 40, false));
    looks.put("announcement", new Look(State.IDLE, false, false, false, false, AMBER, null, null));
    looks.put("mute", new Look(State.IDLE, false, true, false, false, null, null, null));
    looks.put("battery_low", moment(false, null, true));
    looks.put("error", look(State.ERROR));
    return looks;
  }

  /** All states and moments, and every emotion of a theme. */
  static SequencedMap<String, Look> all(Theme theme) {
    var looks = states();
    theme.emotions().keySet().stream().sorted().forEach(name -> looks.put(name, feeling(name)));
    return looks;
  }

  static List<String> names() {
    return List.copyOf(states().keySet());
  }

  /** A state or moment, combined with an emotion of the AI. */
  static Optional<Look> find(String name, @Nullable String emotion) {
    var look = states().get(name);
    if (look == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Look(
            look.state(),
            look.microphoneOpen(),
            look.muted(),
            look.talking(),
            look.refused(),
            look.announcement(),
            emotion,
            look.lamp(),
            look.offline(),
            look.interrupted(),
            look.volume(),
            look.batteryLow()));
  }

  private static Look look(State state) {
    return new Look(state, false, false, false, false, null, null, null);
  }

  private static Look feeling(String emotion) {
    return new Look(State.IDLE, false, false, false, false, null, emotion, null);
  }

  private static Look offline(Look.Offline why) {
    return new Look(
        State.OFFLINE, false, false, false, false, null, null, null, why, false, null, false);
  }

  private static Look moment(boolean interrupted, @Nullable Integer volume, boolean batteryLow) {
    return new Look(
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
