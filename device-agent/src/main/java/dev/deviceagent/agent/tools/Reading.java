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

/** What a device was seen to be; null where it could not be asked. */
public sealed interface Reading {
  record OfVolume(@Nullable Integer percent) implements Reading {}

  record OfPlayback(Player.@Nullable Playback playback) implements Reading {}

  /** Every light by name, or null where one of them could not be asked. */
  record OfLights(@Nullable Map<String, Light.State> states) implements Reading {}

  record OfBattery(Battery.@Nullable Charge charge) implements Reading {}

  record OfNetwork(Network.@Nullable Connection connection) implements Reading {}

  /** Told of only where the board's firmware tells. */
  record OfPower(Power.Supply supply) implements Reading {}

  /** The alarms that are set, the next one first. */
  record OfAlarms(List<OwnerAlarm> alarms) implements Reading {}

  /** A device that has no state to read, and did what it was told. */
  record None(Lane lane) implements Reading {}

  /** What is known of a lane after it failed: nothing. */
  static Reading unknown(Lane lane) {
    return switch (lane) {
      case VOLUME -> new OfVolume(null);
      case PLAYBACK -> new OfPlayback(null);
      case LIGHTS -> new OfLights(null);
      case BATTERY -> new OfBattery(null);
      case NETWORK -> new OfNetwork(null);
      case CHIME, ALARMS -> new None(lane);
    };
  }
}
