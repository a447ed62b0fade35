package dev.deviceagent.agent.lights;

import java.util.Locale;

/**
 * The states and events that the light shows, lowest layer first. A higher one covers a lower one,
 * as far as its effect is opaque. The theme has a line for each. The microphone indicator is above
 * them all, and no theme can change it. Short events are high: a press is often refused because the
 * speaker is offline, so the refusal covers that state.
 */
public enum Cue {
  IDLE,
  STARTING,
  EMOTION,
  LISTENING,
  THINKING,
  SPEAKING,
  BATTERY_LOW,
  TALKING,
  INTERRUPTED,
  ANNOUNCEMENT,
  /** The machine has no network. */
  OFFLINE_NETWORK,
  /** No vendor's SDK is connected. */
  OFFLINE_BRIDGE,
  /** The SDK is connected but not in the room. */
  OFFLINE_ROOM,
  ERROR,
  VOLUME,
  REFUSED,
  MUTE;

  /** The name in a theme file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
