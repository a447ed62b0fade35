package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.Player.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What a player says of itself.
 *
 * @param mode null where it says none that the specification has
 * @param track what it plays
 * @param all every property, for what is asked more seldom
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

  /** Whether it can do what a property named so tells; a player that does not say may. */
  boolean can(String property) {
    return !Boolean.FALSE.equals(all.flag(property));
  }

  /** The same, where nothing may be done at all without {@code CanControl}. */
  boolean lets(String property) {
    return can("CanControl") && can(property);
  }
}
