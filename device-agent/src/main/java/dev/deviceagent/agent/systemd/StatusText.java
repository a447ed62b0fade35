package dev.deviceagent.agent.systemd;

import dev.deviceagent.agent.view.ViewState;

/** The status that systemd shows. */
public final class StatusText {
  private StatusText() {}

  /** The whole state, in one line for a person. */
  public static String words(ViewState view) {
    var words = new StringBuilder(view.state().word());
    if (view.offline() != null) {
      words.append(
          switch (view.offline()) {
            case NETWORK -> ": no network";
            case BRIDGE -> ": no bridge is connected";
            case ROOM -> ": the bridge is not in a room";
          });
    }
    words.append(view.microphoneOpen() ? "; microphone open" : "; microphone shut");
    if (view.muted()) {
      words.append(", muted by its owner");
    }
    if (view.batteryLow()) {
      words.append("; the battery is nearly empty");
    }
    return words.toString();
  }
}
