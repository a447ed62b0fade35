package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import org.jspecify.annotations.Nullable;

/** The volume of mpd itself, in whole percent from 0 to 100. */
record MpdVolume(MpdClient client) implements PlayerVolume {

  @Override
  public @Nullable Level now() throws HalException {
    var percent = of(client.where());
    return percent == null ? null : new Level(client.where(), percent);
  }

  @Override
  public @Nullable Double of(String whose) throws HalException {
    if (!whose.equals(client.where())) {
      throw new HalException(
          Kind.ABSENT, whose, "the configured player has changed", "set its volume by hand");
    }
    return percent(client.with(mpd -> mpd.ask(MpdCommand.STATUS)));
  }

  /** Truncates fractions. mpd refuses if it has no mixer, or none at the moment. */
  @Override
  public @Nullable Double set(Level wanted) throws HalException {
    var percent = String.valueOf((int) wanted.volume());
    return client.<@Nullable Double>with(mpd -> {
      try {
        var seen = percent(mpd.ask(MpdCommand.of("setvol", percent), MpdCommand.STATUS));
        return seen == null ? Double.valueOf(wanted.volume()) : seen;
      } catch (MpdRefusal e) {
        if (e.error() == MpdRefusal.PERMISSION) {
          throw e;
        }
        return null;
      }
    });
  }

  /** MPD protocol, "status": 0 to 100; without a mixer no volume, or -1 in older versions. */
  private static @Nullable Double percent(MpdReply status) {
    var percent = status.number("volume");
    return percent == null || percent < 0 || percent > 100 ? null : Double.valueOf(percent);
  }

  @Override
  public double step() {
    return 1;
  }
}
