package dev.deviceagent.hal.linux.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/**
 * A player on a bus, whose properties a test can set. It executes its commands like a correct
 * player, and records them.
 */
final class FakeMpris implements AutoCloseable {
  private static final String PATH = "/org/mpris/MediaPlayer2";

  @DBusInterfaceName("org.mpris.MediaPlayer2.Player")
  public interface Player extends DBusInterface {
    void Play();

    void Pause();

    void Stop();

    void Next();

    void Previous();
  }

  @DBusInterfaceName("org.mpris.MediaPlayer2.TrackList")
  public interface TrackList extends DBusInterface {
    List<Map<String, Variant<?>>> GetTracksMetadata(List<DBusPath> ids);

    void GoTo(DBusPath id);
  }

  /** The properties of all interfaces, by name. */
  final Map<String, Variant<?>> values = new ConcurrentHashMap<>();

  /** The commands received. */
  final List<String> told = new CopyOnWriteArrayList<>();

  /** Every answer waits for this. */
  volatile CountDownLatch mayAnswer = new CountDownLatch(0);

  /** Whether it signals its changes. */
  volatile boolean emits = true;

  /** Whether it starts to play only after a client has read that it does not play yet. */
  volatile boolean isLate;

  /** The number of requests for all its properties. */
  final AtomicInteger asked = new AtomicInteger();

  private final AtomicBoolean isToPlay = new AtomicBoolean();
  private final List<Map<String, Variant<?>>> tracks = new ArrayList<>();
  private final DBusConnection connection;
  private int current;

  FakeMpris(RealBus bus, String name) throws DBusException {
    connection = DBusConnectionBuilder.forAddress(bus.address()).withShared(false).build();
    tracks.add(track(1, "Clair de Lune", "Debussy", "file:///m/a.mp3"));
    tracks.add(track(2, "Lune", "Nobody", "file:///m/b.mp3"));
    tracks.add(track(3, "月亮代表我的心", "邓丽君", "file:///m/c.mp3"));
    tracks.add(track(4, "ÄRGER im Paradies", "Größe", "file:///m/wei%C3%9Fe+rosen.mp3"));
    for (var can : List.of("Control", "Play", "Pause", "GoNext", "GoPrevious")) {
      values.put("Can" + can, new Variant<>(true));
    }
    values.put("HasTrackList", new Variant<>(true));
    values.put("Identity", new Variant<>(name));
    values.put("Volume", new Variant<>(0.8));
    values.put("PlaybackStatus", new Variant<>("Stopped"));
    values.put("Tracks", new Variant<>(tracks.stream().map(it -> id(it)).toList(), "ao"));
    show(0);
    connection.exportObject(PATH, new Exported());
    connection.requestBusName("org.mpris.MediaPlayer2." + name);
  }

  static Map<String, Variant<?>> track(int number, String title, String artist, String url) {
    return Map.of(
        "mpris:trackid", new Variant<>(new DBusPath("/track/" + number)),
        "xesam:title", new Variant<>(title),
        "xesam:artist", new Variant<>(List.of(artist), "as"),
        "xesam:url", new Variant<>(url));
  }

  private Variant<?> value(String property) {
    return Optional.ofNullable(values.get(property))
        .orElseThrow(() -> new UnknownProperty(property));
  }

  private static DBusPath id(Map<String, Variant<?>> track) {
    return (DBusPath) Objects.requireNonNull(track.get("mpris:trackid")).getValue();
  }

  /** Reports this status, without a change signal. */
  FakeMpris with(String status) {
    values.put("PlaybackStatus", new Variant<>(status));
    return this;
  }

  String status() {
    return (String) value("PlaybackStatus").getValue();
  }

  double volume() {
    return (Double) value("Volume").getValue();
  }

  void show(int index) {
    current = Math.floorMod(index, tracks.size());
    values.put("Metadata", new Variant<>(tracks.get(current), "a{sv}"));
  }

  private void change(String property, Variant<?> value) {
    values.put(property, value);
    if (!emits) {
      return;
    }
    try {
      connection.sendMessage(
          new Properties.PropertiesChanged(
              PATH, "org.mpris.MediaPlayer2.Player", Map.of(property, value), List.of()));
    } catch (DBusException e) {
      throw new AssertionError(e);
    }
  }

  private void go(int index) {
    show(index);
    change("Metadata", value("Metadata"));
  }

  /** As if its window was closed. */
  void leave() {
    mayAnswer.countDown();
    connection.disconnect();
  }

  @Override
  public void close() {
    leave();
  }

  /** The interfaces on the bus. Called by threads of dbus-java. */
  private final class Exported implements Player, TrackList, Properties {
    private void hear(String order) {
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      told.add(order);
    }

    @Override
    public void Play() {
      hear("Play");
      if (isLate) {
        isToPlay.set(true);
      } else {
        change("PlaybackStatus", new Variant<>("Playing"));
      }
    }

    @Override
    public void Pause() {
      hear("Pause");
      if (status().equals("Playing")) {
        change("PlaybackStatus", new Variant<>("Paused"));
      }
    }

    @Override
    public void Stop() {
      hear("Stop");
      change("PlaybackStatus", new Variant<>("Stopped"));
    }

    @Override
    public void Next() {
      hear("Next");
      go(current + 1);
    }

    @Override
    public void Previous() {
      hear("Previous");
      go(current - 1);
    }

    @Override
    public List<Map<String, Variant<?>>> GetTracksMetadata(List<DBusPath> ids) {
      return tracks.stream().filter(track -> ids.contains(id(track))).toList();
    }

    @Override
    public void GoTo(DBusPath id) {
      hear("GoTo " + id.getPath());
      go(Integer.parseInt(id.getPath().replaceAll("\\D", "")) - 1);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature of dbus-java
    public <A> A Get(String type, String property) {
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return (A) value(property);
    }

    @Override
    public <A> void Set(String type, String property, A value) {
      hear("Set " + property);
      if (values.containsKey("ReadOnly")) {
        throw new PropertyReadOnly(property);
      }
      change(property, value instanceof Variant<?> variant ? variant : new Variant<>(value));
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      asked.incrementAndGet();
      var seen = Map.copyOf(values);
      if (isToPlay.getAndSet(false)) {
        change("PlaybackStatus", new Variant<>("Playing"));
      }
      return seen;
    }

    @Override
    public String getObjectPath() {
      return PATH;
    }
  }
}
