package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.alarms.OwnerAlarm;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Network;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state that was read from a device; null if it could not be read. */
public sealed interface Reading {
  record OfVolume(@Nullable Integer percent) implements Reading {}

  record OfPlayback(Player.@Nullable Playback playback) implements Reading {}

  /** Every light by name, or null if one of them could not be read. */
  record OfLights(@Nullable Map<String, Light.State> states) implements Reading {}

  record OfBattery(Battery.@Nullable Charge charge) implements Reading {}

  record OfNetwork(Network.@Nullable Connection connection) implements Reading {}

  /** Exists only if the board's firmware reports the supply. */
  record OfPower(Power.Supply supply) implements Reading {}

  /** The alarms that are set, the next one first. */
  record OfAlarms(List<OwnerAlarm> alarms) implements Reading {}

  /** A device without a state to read has carried out a command. */
  record None(Lane lane) implements Reading {}

  /** The reading of a lane after a failure: everything is unknown. */
  static Reading unknown(Lane lane) {
    return LaneReader.unknown(lane);
  }
}
