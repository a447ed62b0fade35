package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The observed state: the last observation of the link and of each device. Null if not observed.
 */
final class ObservedState {
  /** Rejections that are logged in a minute; further ones are only counted. */
  private static final int REJECTIONS_LOGGED = 10;

  /** The name of the problem that reports the end of a vendor's licence. */
  private static final String LICENCE = "licence";

  private static final Duration VOLUME_SHOWN = Duration.ofMillis(1500);
  private static final int BATTERY_LOW_PERCENT = 15;

  /** Characters of the bridge's reason that a status repeats. */
  private static final int REASON_MOST = 200;

  private final String linkKind;
  private final Collection<String> lightNames;
  private final RemoteLog log;
  private final RemoteLog rejections;
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
  private final Alarm volumeShown = new Alarm();

  /**
   * @param linkKind as the configuration names it
   * @param lightNames of all lights of the board, so a light that cannot be read is shown as
   *     unknown, not missing
   */
  ObservedState(String linkKind, Collection<String> lightNames, RemoteLog log) {
    this.log = log;
    this.rejections = log.limited(REJECTIONS_LOGGED, "more messages were rejected");
    this.linkKind = linkKind;
    this.lightNames = lightNames;
  }

  boolean isJoined() {
    return isJoined;
  }

  /** Whether the connected bridge has reported that it left the room. */
  boolean hasLeft() {
    return hasLeft;
  }

  void joined(Moment now) {
    isJoined = true;
    hasLeft = false;
    since = now.wall();
    reason = null;
    log.info("the link is up");
  }

  /** Records the first reason only: a bridge that has left the room may disconnect later. */
  void left(String reason, Moment now) {
    if (hasLeft) {
      return;
    }
    isJoined = false;
    hasLeft = true;
    since = now.wall();
    this.reason = reason.length() > REASON_MOST ? reason.substring(0, REASON_MOST) + "…" : reason;
    log.warn("the link is down: {}", reason);
  }

  void bridgeCame() {
    hasLeft = false;
    problems.remove(LICENCE);
  }

  /** The bridge reports that the vendor's licence ends in this many days. */
  void licenceEnds(int days) {
    var problem = "ends in " + days + " days: renew it with the vendor";
    if (!problem.equals(problems.put(LICENCE, problem))) {
      log.warn("the vendor's licence {}", problem);
    }
  }

  void rejected(CodecException problem) {
    rejections.warn("message rejected: {} {}", problem.kind(), problem.getMessage());
  }

  /** A device could not be read, or did not do what was requested. */
  void fail(Lane lane, String problem) {
    see(Reading.unknown(lane));
    problems.put(lane.word(), problem);
  }

  void see(Reading reading) {
    problems.remove(name(reading));
    switch (reading) {
      case Reading.OfVolume(var percent) -> volume = percent;
      case Reading.OfPlayback(var seen) -> playback = seen;
      case Reading.OfLights(var states) -> lights = states;
      case Reading.OfBattery(var seen) -> charge = seen;
      case Reading.OfPower(var seen) -> power(seen);
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

  private void power(Power.Supply seen) {
    boolean wasLow = supply != null && Boolean.TRUE.equals(supply.underVoltage());
    boolean isLow = Boolean.TRUE.equals(seen.underVoltage());
    supply = seen;
    if (isLow && !wasLow) {
      Logger.warn(
          "the supply voltage is too low; use a 5 V supply of at least 3 A, and a short thick cable");
    } else if (wasLow && !isLow) {
      Logger.info("the supply voltage is normal again");
    }
  }

  /** The volume was requested or changed: it is shown for a moment. */
  void showVolume(long now) {
    volumeShown.set(now, VOLUME_SHOWN);
  }

  /** The volume in percent while it is shown; else null. */
  @Nullable Integer shownVolume() {
    return volumeShown.isSet() ? volume : null;
  }

  void tick(long now) {
    volumeShown.rings(now);
  }

  long deadlineNanos() {
    return volumeShown.atNanos();
  }

  boolean isBatteryLow() {
    return charge != null
        && charge.percent() != null
        && charge.percent() <= BATTERY_LOW_PERCENT
        && !Boolean.TRUE.equals(charge.charging());
  }

  /** Whether a reading says that there is no network. */
  boolean hasNoNetwork() {
    return connection != null && !connection.up();
  }

  boolean isPlaying() {
    return playback != null && playback.mode() == Player.Mode.PLAYING;
  }

  /** The colour of the owner's light, if one is on. */
  @Nullable Colour lamp() {
    if (lights == null) {
      return null;
    }
    return lights.values().stream()
        .filter(Light.State::on)
        .map(ObservedState::shine)
        .findFirst()
        .orElse(null);
  }

  private static Colour shine(Light.State state) {
    var colour = state.colour() == null ? Colour.of(0xFFFFFF) : state.colour();
    int percent = state.brightnessPercent() == null ? 100 : state.brightnessPercent();
    return new Colour(
        colour.red() * percent / 100,
        colour.green() * percent / 100,
        colour.blue() * percent / 100);
  }

  // Parts of a status.

  Status.Link link() {
    var at = since;
    return new Status.Link(
        linkKind, isJoined, at == null ? null : at.truncatedTo(ChronoUnit.SECONDS), reason);
  }

  @Nullable Integer volumePercent() {
    return volume;
  }

  Player.@Nullable Playback playback() {
    return playback;
  }

  /** Whether each light is on; null if that is unknown. */
  SequencedMap<String, @Nullable Boolean> lights() {
    var areOn = new LinkedHashMap<String, @Nullable Boolean>();
    for (var name : lightNames) {
      var state = lights == null ? null : lights.get(name);
      areOn.put(name, state == null ? null : state.on());
    }
    return areOn;
  }

  Battery.Charge battery() {
    return charge == null ? new Battery.Charge(null, null) : charge;
  }

  /** Current problems, by the device's name, each with its cause and cure. */
  SequencedMap<String, String> problems() {
    var all = new LinkedHashMap<>(problems);
    if (hasNoNetwork()) {
      all.put(Lane.NETWORK.word(), "no network; plug in a network cable, or set up Wi-Fi");
    }
    return all;
  }

  /** Null if the board's firmware reports nothing. */
  Power.@Nullable Supply power() {
    return supply;
  }
}
