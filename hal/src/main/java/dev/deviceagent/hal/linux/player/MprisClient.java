package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds a player on the bus, and keeps the connection to the bus. Any thread; one operation at a
 * time, the others wait. The bus is searched for at the first operation, and again after a failure.
 */
final class MprisClient implements AutoCloseable {
  /** An operation on one player. */
  interface Act<T extends @Nullable Object> {
    T with(MprisPeer player) throws HalException, BusRefusal;
  }

  /** MPRIS specification, "Bus Name Policy". */
  private static final String PREFIX = "org.mpris.MediaPlayer2.";

  /** playerctl(1): playerctld is not a player; it represents the one that was used last. */
  private static final String PROXY = PREFIX + "playerctld";

  /**
   * If there are several players, one that does not report in this time whether it plays is
   * skipped.
   */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  /**
   * The maximum number of players that are queried. Each one that hangs costs a {@link #GLANCE}.
   */
  private static final int PLAYERS_MOST = 16;

  private final Map<String, String> environment;
  private final ThreadFactory threads;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable BusConnection bus;

  /** The player that was used last; it is preferred among equals. */
  private @Nullable String last;

  private volatile String where = "mpris";

  /**
   * @param environment the environment of the process, which may name the bus
   * @param patience the timeout for connecting, and then for each answer
   */
  MprisClient(Map<String, String> environment, ThreadFactory threads, Duration patience) {
    this.environment = Map.copyOf(environment);
    this.threads = threads;
    this.patience = patience;
  }

  /** The player that was used last, and its bus; before the first use, {@code mpris}. */
  String where() {
    return where;
  }

  /**
   * Runs an operation on the player that plays; else on one that is paused; else on any. Among
   * equals, it uses the one that was used last; else the first by name.
   *
   * @throws HalException {@code ABSENT} if there is no bus or no player on it; {@code DENIED} if
   *     the bus rejects this user; {@code FAILED} if the bus or the player hangs; otherwise the
   *     exception that {@link BusRefusal} derives from an error
   */
  <T extends @Nullable Object> T with(Act<T> act) throws HalException {
    return over(act, this::choose);
  }

  /**
   * Runs an operation on the player of a name.
   *
   * @throws HalException as above; {@code ABSENT} if it is not on the bus
   */
  <T extends @Nullable Object> T with(String name, Act<T> act) throws HalException {
    return over(
        act,
        open -> {
          if (!open.names().contains(name)) {
            throw absent(
                name + " on the " + open.where(),
                "the player has left the bus",
                "start the player again");
          }
          return new MprisPeer(open, name);
        });
  }

  /** Selects a player on a bus. */
  private interface Choice {
    MprisPeer on(BusConnection bus) throws HalException, BusRefusal;
  }

  private <T extends @Nullable Object> T over(Act<T> act, Choice choice) throws HalException {
    lock.lock();
    var place = where;
    try {
      var open = open();
      place = open.where();
      var player = choice.on(open);
      place = player.where();
      where = place;
      return act.with(player);
    } catch (BusRefusal e) {
      throw e.asFailure(place);
    } finally {
      if (bus != null && !bus.isGood()) {
        close();
      }
      lock.unlock();
    }
  }

  private BusConnection open() throws HalException {
    if (bus != null && !bus.isGood()) {
      close();
    }
    if (bus == null) {
      bus = BusConnection.open(BusSocket.find(environment), patience, threads);
    }
    return bus;
  }

  private MprisPeer choose(BusConnection open) throws HalException, BusRefusal {
    var names = candidates(open);
    if (names.isEmpty()) {
      throw absent(
          open.where(),
          "no player is on this bus",
          "start a player with MPRIS (vlc, mpv with mpv-mpris, spotifyd), or set player in the board"
              + " file");
    }
    var chosen = names.size() == 1 ? names.getFirst() : foremost(open, names);
    last = chosen;
    return new MprisPeer(open, chosen);
  }

  private List<String> candidates(BusConnection open) throws HalException, BusRefusal {
    var names = new ArrayList<String>();
    for (var name : open.names()) {
      if (name.equals(last)) {
        names.addFirst(name);
      } else if (name.startsWith(PREFIX) && !name.equals(PROXY)) {
        names.addLast(name);
      }
    }
    return names.subList(0, Math.min(names.size(), PLAYERS_MOST));
  }

  private static String foremost(BusConnection open, List<String> names)
      throws HalException, BusRefusal {
    String paused = null;
    String any = null;
    BusRefusal refusal = null;
    for (var name : names) {
      try {
        var mode = new MprisPeer(open, name).glance(GLANCE).mode();
        if (mode == Mode.PLAYING) {
          return name;
        }
        paused = paused == null && mode == Mode.PAUSED ? name : paused;
        any = any == null ? name : any;
      } catch (BusRefusal e) {
        refusal = e;
      }
    }
    if (any == null && refusal != null) {
      throw refusal;
    }
    return paused != null ? paused : any != null ? any : names.getFirst();
  }

  private static HalException absent(String where, String problem, String cure) {
    return new HalException(Kind.ABSENT, where, problem, cure);
  }

  /** Closes the connection. The next operation opens it again. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (bus != null) {
        bus.close();
        bus = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
