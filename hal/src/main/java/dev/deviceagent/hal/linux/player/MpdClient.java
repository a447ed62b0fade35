package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where mpd is, and how an act on it ends. Any thread: every act has a connection of its own.
 *
 * @param patience how long connecting, and then each answer, may take
 */
record MpdClient(MpdAddress address, Duration patience) {
  /** What is done over one connection. */
  interface Act<T extends @Nullable Object> {
    T over(MpdConnection mpd) throws HalException, MpdRefusal;
  }

  /**
   * @throws HalException {@code ABSENT} where no mpd listens, {@code DENIED} where it does not let
   *     this process in or do this, {@code FAILED}, with its words, for all else
   */
  <T extends @Nullable Object> T with(Act<T> act) throws HalException {
    try (var mpd = MpdConnection.open(address, patience)) {
      return act.over(mpd);
    } catch (MpdRefusal e) {
      if (e.error() == MpdRefusal.PERMISSION) {
        throw new HalException(
            Kind.DENIED,
            where(),
            e.words(),
            "allow it in mpd.conf: local_permissions, default_permissions");
      }
      throw failed(e.words(), "see what its log says: journalctl -u mpd");
    }
  }

  /** How messages name it. */
  String where() {
    return MpdConnection.where(address);
  }

  HalException failed(String problem, String cure) {
    return new HalException(Kind.FAILED, where(), problem, cure);
  }
}
