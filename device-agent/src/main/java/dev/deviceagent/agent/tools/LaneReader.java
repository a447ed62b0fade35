package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Sentences.Phrase;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Volume;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the hardware of each lane, and formats the result for a machine and for a person. */
public final class LaneReader {
  /** The lanes whose device has a state to read, and how to read it. */
  private static final Map<Lane, Row<?>> TABLE =
      Map.of(
          Lane.VOLUME,
          new Row<>(Board::volume, LaneReader::volume, new Reading.OfVolume(null)),
          Lane.PLAYBACK,
          new Row<>(Board::player, LaneReader::playback, new Reading.OfPlayback(null)),
          Lane.LIGHTS,
          new Row<>(LaneReader::withLights, LaneReader::lights, new Reading.OfLights(null)),
          Lane.BATTERY,
          new Row<>(Board::battery, LaneReader::battery, new Reading.OfBattery(null)),
          Lane.NETWORK,
          new Row<>(Board::network, LaneReader::network, new Reading.OfNetwork(null)));

  private LaneReader() {}

  /**
   * How a lane is read.
   *
   * @param device of a board; empty if it is not fitted
   * @param unknown the reading after a failure
   */
  private record Row<D>(Function<Board, Optional<D>> device, Reader<D> reader, Reading unknown) {
    boolean isFitted(Board board) {
      return device.apply(board).isPresent();
    }

    Optional<Observation> ask(Board board) throws HalException {
      var fitted = device.apply(board);
      return fitted.isEmpty() ? Optional.empty() : Optional.of(reader.read(fitted.get()));
    }
  }

  /** Reads a device, on its lane's thread. */
  private interface Reader<D> {
    Observation read(D device) throws HalException;
  }

  /** Reads a lane. Empty if the board has no such hardware, or the lane is not observed. */
  public static Optional<Observation> ask(Lane lane, Board board) throws HalException {
    var row = TABLE.get(lane);
    return row == null ? Optional.empty() : row.ask(board);
  }

  static boolean isObserved(Lane lane) {
    return TABLE.containsKey(lane);
  }

  /** Whether the board has hardware of this lane, and it is observed. */
  static boolean has(Lane lane, Board board) {
    var row = TABLE.get(lane);
    return row != null && row.isFitted(board);
  }

  /** The reading of a lane after a failure: everything is unknown. */
  static Reading unknown(Lane lane) {
    var row = TABLE.get(lane);
    return row == null ? new Reading.None(lane) : row.unknown();
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

  private static Optional<Board> withLights(Board board) {
    return board.lights().isEmpty() ? Optional.empty() : Optional.of(board);
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

  static Observation network(Network network) throws HalException {
    var connection = network.connection();
    return new Observation(
        new Reading.OfNetwork(connection),
        Json.object()
            .with("connected", connection.up())
            .with("interface", connection.name())
            .with("address", connection.address()),
        Phrase.of(connection.up() ? "network.up" : "network.down"));
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
}
