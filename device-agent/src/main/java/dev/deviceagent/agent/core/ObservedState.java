package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The observed state: the last observation of the link and of each device. Null if not observed.
 * Core thread only.
 */
final class ObservedState {
  /** The name of the problem that reports the end of a vendor's licence. */
  static final String LICENCE = "licence";

  private boolean hasBridge;
  private boolean isJoined;
  private boolean hasLeft;
  private @Nullable Instant since;
  private @Nullable String reason;
  private @Nullable Integer volume;
  private Player.@Nullable Playback playback;
  private @Nullable Map<String, Light.State> lights;
  private Battery.@Nullable Charge charge;
  private Power.@Nullable Supply supply;
  private Network.@Nullable Connection connection;
  private final SequencedMap<String, String> problems = new LinkedHashMap<>();

  /** The link is up. */
  void joined(Instant at) {
    isJoined = true;
    hasLeft = false;
    since = at;
    reason = null;
  }

  /** The link is down. */
  void left(String reason, Instant at) {
    isJoined = false;
    hasLeft = true;
    since = at;
    this.reason = reason;
  }

  /** A new bridge: what the previous one reported about itself no longer counts. */
  void bridgeCame() {
    hasBridge = true;
    hasLeft = false;
    problems.remove(LICENCE);
  }

  void bridgeLeft() {
    hasBridge = false;
  }

  /** A device could not be read, or did not do what was requested. */
  void fail(Lane lane, String problem) {
    see(Reading.unknown(lane));
    report(lane.word(), problem);
  }

  /**
   * Records a problem; it replaces an earlier one with the same name.
   *
   * @return whether it is new
   */
  boolean report(String name, String problem) {
    return !problem.equals(problems.put(name, problem));
  }

  void see(Reading reading) {
    problems.remove(name(reading));
    switch (reading) {
      case Reading.OfVolume(var percent) -> volume = percent;
      case Reading.OfPlayback(var seen) -> playback = seen;
      case Reading.OfLights(var states) -> lights = states;
      case Reading.OfBattery(var seen) -> charge = seen;
      case Reading.OfPower(var seen) -> supply = seen;
      case Reading.OfNetwork(var seen) -> connection = seen;
      case Reading.OfAlarms _ -> {}
      case Reading.None _ -> {}
    }
  }

  private static String name(Reading reading) {
    return switch (reading) {
      case Reading.OfVolume _ -> Lane.VOLUME.word();
      case Reading.OfPlayback _ -> Lane.PLAYBACK.word();
      case Reading.OfLights _ -> Lane.LIGHTS.word();
      case Reading.OfBattery _ -> Lane.BATTERY.word();
      case Reading.OfNetwork _ -> Lane.NETWORK.word();
      case Reading.OfAlarms _ -> Lane.ALARMS.word();
      case Reading.OfPower _ -> "power";
      case Reading.None(var lane) -> lane.word();
    };
  }

  /** Whether a bridge is connected. */
  boolean hasBridge() {
    return hasBridge;
  }

  /** Whether the bridge is in the room. */
  boolean isJoined() {
    return isJoined;
  }

  /** Whether the connected bridge has reported that it left the room. */
  boolean hasLeft() {
    return hasLeft;
  }

  /** When the link last went up or down. */
  @Nullable Instant since() {
    return since;
  }

  /** Why the link is down. Null while it is up. */
  @Nullable String reason() {
    return reason;
  }

  @Nullable Integer volumePercent() {
    return volume;
  }

  Player.@Nullable Playback playback() {
    return playback;
  }

  boolean isPlaying() {
    return playback != null && playback.mode() == Player.Mode.PLAYING;
  }

  /** The owner's lights, by name. */
  @Nullable Map<String, Light.State> lights() {
    return lights;
  }

  Battery.@Nullable Charge charge() {
    return charge;
  }

  /** Null also if the board's firmware reports nothing. */
  Power.@Nullable Supply supply() {
    return supply;
  }

  /** Whether a reading says that there is no network. */
  boolean hasNoNetwork() {
    return connection != null && !connection.up();
  }

  /** A copy of the current problems, by the device's name, each with its cause and cure. */
  SequencedMap<String, String> problems() {
    return new LinkedHashMap<>(problems);
  }
}
