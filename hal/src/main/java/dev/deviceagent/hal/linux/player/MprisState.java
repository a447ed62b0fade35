package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.Player.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The state that a player reports.
 *
 * @param mode null if it reports none that the specification defines
 * @param track what it plays
 * @param all every property, for those that are rarely needed
 */
record MprisState(@Nullable Mode mode, MprisTrack track, BusValues all) {
  static MprisState of(BusValues all) {
    var mode =
        switch (all.text("PlaybackStatus")) {
          case "Playing" -> Mode.PLAYING;
          case "Paused" -> Mode.PAUSED;
          case "Stopped" -> Mode.STOPPED;
          case null, default -> null;
        };
    return new MprisState(mode, MprisTrack.of(all.map("Metadata")), all);
  }

  /** Whether it can do what this property stands for; a player that does not report it may. */
  boolean can(String property) {
    return !Boolean.FALSE.equals(all.flag(property));
  }

  /** The same, where {@code CanControl} is also required. */
  boolean lets(String property) {
    return can("CanControl") && can(property);
  }
}
