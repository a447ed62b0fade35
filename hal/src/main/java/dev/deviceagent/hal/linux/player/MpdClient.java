package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The address of an mpd, and the errors of an operation on it. Any thread, since each operation
 * opens a connection.
 *
 * @param patience the timeout for connecting, and then for each answer
 */
record MpdClient(MpdAddress address, Duration patience) {
  /** An operation over one connection. */
  interface Act<T extends @Nullable Object> {
    T over(MpdConnection mpd) throws HalException, MpdRefusal;
  }

  /**
   * @throws HalException {@code ABSENT} if no mpd listens, {@code DENIED} if it rejects this
   *     process or this operation, {@code FAILED}, with mpd's text, for any other error
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
            "allow it in mpd.conf with local_permissions or default_permissions");
      }
      throw failed(e.words(), "check its log: journalctl -u mpd");
    }
  }

  /** The name of mpd in messages. */
  String where() {
    return MpdConnection.where(address);
  }

  HalException failed(String problem, String cure) {
    return new HalException(Kind.FAILED, where(), problem, cure);
  }
}
