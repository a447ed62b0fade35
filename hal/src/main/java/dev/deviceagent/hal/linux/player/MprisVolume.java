package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import org.jspecify.annotations.Nullable;

/** The {@code Volume} of a player on the bus; 1 is what MPRIS calls a sensible maximum. */
record MprisVolume(MprisClient client) implements PlayerVolume {

  @Override
  public @Nullable Level now() throws HalException {
    return client.<@Nullable Level>with(player -> {
      var volume = volume(player.state());
      return volume == null ? null : new Level(player.name(), volume);
    });
  }

  @Override
  public @Nullable Double of(String whose) throws HalException {
    return client.<@Nullable Double>with(whose, player -> volume(player.state()));
  }

  /** Some players refuse, since their volume is read-only: spotifyd. */
  @Override
  public @Nullable Double set(Level wanted) throws HalException {
    return client.<@Nullable Double>with(
        wanted.whose(),
        player -> {
          try {
            player.setVolume(wanted.volume());
          } catch (BusRefusal e) {
            if (e.isTimeout() || e.isGone()) {
              throw e;
            }
            return null;
          }
          var seen = volume(player.state());
          return seen == null ? Double.valueOf(wanted.volume()) : seen;
        });
  }

  private static @Nullable Double volume(MprisState state) {
    var volume = state.can("CanControl") ? state.all().number("Volume") : null;
    return volume == null || volume < 0 ? null : volume;
  }

  /** Players store it as a percentage, or in steps of a 16-bit number. */
  @Override
  public double step() {
    return 0.01;
  }
}
