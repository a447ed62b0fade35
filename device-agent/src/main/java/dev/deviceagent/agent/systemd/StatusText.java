package dev.deviceagent.agent.systemd;

import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.ViewState;

/** The status that systemd shows. */
public final class StatusText {
  private StatusText() {}

  /** The whole state, in one line for a person: its indications by their priority. */
  public static String words(ViewState view) {
    var reason = "";
    var microphone = "; microphone shut";
    var others = "";
    for (var indication : Indication.of(view)) {
      switch (indication) {
        case OFFLINE_NETWORK, OFFLINE_BRIDGE, OFFLINE_ROOM -> reason = words(indication);
        case MICROPHONE_OPEN -> microphone = words(indication);
        default -> others += words(indication);
      }
    }
    return view.state().word() + reason + microphone + others;
  }

  /** Empty if the state's own word says it. */
  private static String words(Indication indication) {
    return switch (indication) {
      case MICROPHONE_OPEN -> "; microphone open";
      case MUTE -> ", muted by its owner";
      case OFFLINE_NETWORK -> ": no network";
      case OFFLINE_BRIDGE -> ": no bridge is connected";
      case OFFLINE_ROOM -> ": the bridge is not in a room";
      case BATTERY_LOW -> "; the battery is nearly empty";
      case IDLE,
          STARTING,
          EMOTION,
          LISTENING,
          THINKING,
          SPEAKING,
          TALKING,
          INTERRUPTED,
          ANNOUNCEMENT,
          ERROR,
          VOLUME,
          REFUSED ->
          "";
    };
  }
}
