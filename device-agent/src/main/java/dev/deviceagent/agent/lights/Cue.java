package dev.deviceagent.agent.lights;

import java.util.Locale;

/**
 * What there is to be shown, lowest first: a higher one covers a lower one, as far as its effect
 * does. Each has a line in the theme. Above them all is the truth about the microphone, which no
 * theme can change. What is short stands high: a refused press, which is often refused because the
 * speaker is offline, over that.
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
  /** The SDK is connected and not in the room. */
  OFFLINE_ROOM,
  ERROR,
  VOLUME,
  REFUSED,
  MUTE;

  /** As a theme's file has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
