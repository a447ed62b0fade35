package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * One player on a bus, by the interfaces of the MPRIS D-Bus Interface Specification 2.2. One thread
 * at a time.
 *
 * @param name its name on the bus
 */
record MprisPeer(BusConnection bus, String name) {
  private static final String PATH = "/org/mpris/MediaPlayer2";
  private static final String ROOT = "org.mpris.MediaPlayer2";
  private static final String PLAYER = ROOT + ".Player";
  private static final String TRACKS = ROOT + ".TrackList";
  private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

  /** The time for a player to execute what it answered. A slower one may still execute it. */
  private static final Duration EFFECT = Duration.ofSeconds(1);

  /** The name of the player in messages. */
  String where() {
    return name + " on the " + bus.where();
  }

  MprisState state() throws HalException, BusRefusal {
    return MprisState.of(first(bus.call(target(PROPERTIES), "GetAll", "s", PLAYER)));
  }

  /** Asks only whether it plays, to choose one of several players. Uses a short timeout. */
  MprisState glance(Duration patience) throws HalException, BusRefusal {
    var status = bus.call(patience, target(PROPERTIES), "Get", "ss", PLAYER, "PlaybackStatus");
    return MprisState.of(named("PlaybackStatus", status));
  }

  /** Whether it shows its list of tracks; the interface is optional. */
  boolean hasTracks() throws HalException, BusRefusal {
    var root = first(bus.call(target(PROPERTIES), "GetAll", "s", ROOT));
    return Boolean.TRUE.equals(root.flag("HasTrackList"));
  }

  /** The ids in its list of tracks. */
  List<String> tracks() throws HalException, BusRefusal {
    var answer = bus.call(target(PROPERTIES), "Get", "ss", TRACKS, "Tracks");
    return named("Tracks", answer).list("Tracks").stream().filter(BusValues::isPath).toList();
  }

  /** The metadata of tracks, in the player's order. */
  List<MprisTrack> metadata(List<String> ids) throws HalException, BusRefusal {
    var answer = bus.call(target(TRACKS), "GetTracksMetadata", "ao", (Object) ids);
    return BusValues.maps(answer.isEmpty() ? null : answer.getFirst()).stream()
        .map(MprisTrack::of)
        .toList();
  }

  /** Sends a command, and waits at most a second for its effect. Returns the state at that time. */
  MprisState tell(String method, Predicate<MprisState> isDone) throws HalException, BusRefusal {
    return tell(PLAYER, method, null, isDone);
  }

  /** Plays a track of its list; waits as above. */
  MprisState goTo(String id) throws HalException, BusRefusal {
    return tell(TRACKS, "GoTo", id, state -> id.equals(state.track().id()));
  }

  private MprisState tell(
      String type, String method, @Nullable String path, Predicate<MprisState> isDone)
      throws HalException, BusRefusal {
    try (var changes = bus.signals(PATH, PROPERTIES, "PropertiesChanged")) {
      if (path == null) {
        bus.call(target(type), method, null);
      } else {
        bus.call(target(type), method, "o", path);
      }
      // A signal only wakes this thread, and may come from another player. The state is queried.
      long deadlineNanos = System.nanoTime() + EFFECT.toNanos();
      while (true) {
        var seen = state();
        if (isDone.test(seen) || !changes.await(deadlineNanos)) {
          return seen;
        }
      }
    }
  }

  /** Sets the player's volume; 1 is what the specification calls a sensible maximum. */
  void setVolume(double volume) throws HalException, BusRefusal {
    bus.call(target(PROPERTIES), "Set", "ssv", PLAYER, "Volume", new Variant<>(volume));
  }

  private BusConnection.Target target(String type) {
    return new BusConnection.Target(name, PATH, type);
  }

  private static BusValues first(List<Object> answer) {
    return BusValues.of(answer.isEmpty() ? null : answer.getFirst());
  }

  private static BusValues named(String name, List<Object> answer) {
    return answer.isEmpty() ? BusValues.NONE : BusValues.of(Map.of(name, answer.getFirst()));
  }
}
