package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Volume;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the hardware of each lane, and formats the result for a machine and for a person. */
public final class LaneReader {
  private LaneReader() {}

  /** Reads a lane. Empty if the board has no such hardware, or the lane is not observed. */
  public static Optional<Observation> ask(Lane lane, Board board) throws HalException {
    return switch (lane) {
      case VOLUME -> board.volume().isEmpty() ? none() : some(volume(board.volume().get()));
      case PLAYBACK -> board.player().isEmpty() ? none() : some(playback(board.player().get()));
      case LIGHTS -> board.lights().isEmpty() ? none() : some(lights(board));
      case BATTERY -> board.battery().isEmpty() ? none() : some(battery(board.battery().get()));
      case NETWORK -> {
        if (board.network().isEmpty()) {
          yield none();
        }
        var connection = board.network().get().connection();
        yield some(
            new Observation(
                new Reading.OfNetwork(connection),
                Json.object()
                    .with("connected", connection.up())
                    .with("interface", connection.name())
                    .with("address", connection.address()),
                Phrase.of(connection.up() ? "network.up" : "network.down")));
      }
      case CHIME, ALARMS -> none();
    };
  }

  /** Whether the board has hardware of this lane. */
  static boolean has(Lane lane, Board board) {
    return switch (lane) {
      case VOLUME -> board.volume().isPresent();
      case PLAYBACK -> board.player().isPresent();
      case LIGHTS -> !board.lights().isEmpty();
      case BATTERY -> board.battery().isPresent();
      case NETWORK -> board.network().isPresent();
      case CHIME -> board.chime().isPresent();
      case ALARMS -> true;
    };
  }

  static Observation volume(Volume volume) throws HalException {
    int percent = volume.percent();
    return new Observation(
        new Reading.OfVolume(percent),
        Json.object().with("volume", percent),
        new Phrase("volume.level", Map.of("percent", String.valueOf(percent))));
  }

  static Observation playback(Player player) throws HalException {
    var playback = player.playback();
    var title = playback.title();
    var phrase =
        switch (playback.mode()) {
          case PLAYING ->
              title == null
                  ? Phrase.of("playback.playing.untitled")
                  : new Phrase("playback.playing", Map.of("title", title));
          case PAUSED -> Phrase.of("playback.paused");
          case STOPPED -> Phrase.of("playback.stopped");
        };
    return new Observation(new Reading.OfPlayback(playback), json(playback), phrase);
  }

  static Observation lights(Board board) throws HalException {
    var states = new LinkedHashMap<String, Light.State>();
    var result = Json.object();
    for (var light : board.lights().entrySet()) {
      var state = light.getValue().state();
      states.put(light.getKey(), state);
      result = result.with(light.getKey(), json(state));
    }
    var on =
        states.entrySet().stream()
            .filter(light -> light.getValue().on())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return new Observation(
        new Reading.OfLights(states),
        Json.object().with("lights", result),
        on.isEmpty() ? Phrase.of("lights.off") : new Phrase("lights.on", Map.of("names", on)));
  }

  static Observation battery(Battery battery) throws HalException {
    var charge = battery.charge();
    var percent = charge.percent();
    boolean charging = Boolean.TRUE.equals(charge.charging());
    return new Observation(
        new Reading.OfBattery(charge),
        Json.object().with("percent", percent).with("charging", charge.charging()),
        percent == null
            ? Phrase.of("battery.unknown")
            : new Phrase(
                charging ? "battery.charging" : "battery.discharging",
                Map.of("percent", String.valueOf(percent))));
  }

  /** {@code {"state": …, "title": …}}, in a result and in a status. */
  public static Json.Obj json(Player.Playback playback) {
    return Json.object()
        .with("state", playback.mode().name().toLowerCase(Locale.ROOT))
        .with("title", playback.title());
  }

  static Json.Obj json(Light.State state) {
    var colour = state.colour();
    return Json.object()
        .with("state", state.on() ? "on" : "off")
        .withOptional("brightness", state.brightnessPercent())
        .withOptional("colour", colour == null ? null : colour.toString());
  }

  private static Optional<Observation> none() {
    return Optional.empty();
  }

  private static Optional<Observation> some(Observation observation) {
    return Optional.of(observation);
  }
}
