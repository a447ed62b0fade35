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
 * Finds a player on the bus, and keeps the connection to that. Any thread; one act at a time, the
 * others wait. The bus is looked for at the first act, and anew after a failure.
 */
final class MprisClient implements AutoCloseable {
  /** What is done with one player. */
  interface Act<T extends @Nullable Object> {
    T with(MprisPeer player) throws HalException, BusRefusal;
  }

  /** MPRIS specification, "Bus Name Policy". */
  private static final String PREFIX = "org.mpris.MediaPlayer2.";

  /** playerctl(1): playerctld is no player, it stands for the one that was used last. */
  private static final String PROXY = PREFIX + "playerctld";

  /** One of several players that does not say in this time whether it plays is passed over. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  /** So many players are looked at; every one that hangs costs a glance. */
  private static final int PLAYERS_MOST = 16;

  private final Map<String, String> environment;
  private final ThreadFactory threads;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable BusConnection bus;

  /** The player that was used last; among equals it goes on. */
  private @Nullable String last;

  private volatile String where = "mpris";

  /**
   * @param environment the process's; it may say where the bus is
   * @param patience how long connecting, and then each answer, may take
   */
  MprisClient(Map<String, String> environment, ThreadFactory threads, Duration patience) {
    this.environment = Map.copyOf(environment);
    this.threads = threads;
    this.patience = patience;
  }

  /** The player that was used last, and its bus; before that only what this is. */
  String where() {
    return where;
  }

  /**
   * Does something with the player that plays; else with one that is paused; else with any. Among
   * equals it is the one that was used last; else the first by name.
   *
   * @throws HalException {@code ABSENT} where there is no bus or no player on it; {@code DENIED}
   *     where that is not for this user, {@code FAILED} where one hangs; what {@link BusRefusal}
   *     makes of an error
   */
  <T extends @Nullable Object> T with(Act<T> act) throws HalException {
    return over(act, this::choose);
  }

  /**
   * Does something with the player of a name.
   *
   * @throws HalException as above; {@code ABSENT} where it is not on the bus
   */
  <T extends @Nullable Object> T with(String name, Act<T> act) throws HalException {
    return over(
        act,
        open -> {
          if (!open.names().contains(name)) {
            throw absent(
                name + " on the " + open.where(), "it is no longer there", "start it again");
          }
          return new MprisPeer(open, name);
        });
  }

  /** How a player is found on a bus. */
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
          "no player is on it",
          "start one that has MPRIS (vlc, mpv with mpv-mpris, spotifyd), or set player in the board"
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

  /** Leaves the bus; the next act opens it anew. */
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
