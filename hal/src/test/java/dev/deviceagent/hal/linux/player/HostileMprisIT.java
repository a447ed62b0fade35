package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player.Playback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a player on the bus reports, the outcome is a result or a HalException. */
@Timeout(60)
class HostileMprisIT {
  @TempDir Path folder;

  private RealBus bus;
  private MprisPlayer player;

  @BeforeAll
  static void installed() {
    RealBus.assumeInstalled("dbus-daemon");
  }

  @BeforeEach
  void start() throws Exception {
    bus = RealBus.start(folder);
    player = bus.player(folder.resolve("ducked"));
  }

  @AfterEach
  void end() {
    player.close();
    bus.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.5})
  void aVolumeThatIsNoneIsUnknown(double volume) throws Exception {
    try (var fake = new FakeMpris(bus, "one")) {
      fake.values.put("Volume", new Variant<>(volume));
      player.duck();
      assertEquals(List.of(), fake.told);
      assertFalse(Files.exists(folder.resolve("ducked")));
      player.unduck();
      assertEquals(List.of(), fake.told);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "/a//b", "/", "/a b", "/é", "/org/mpris/"})
  void anIdThatIsNoPathIsAFailureOrNotFound(String id) throws Exception {
    try (var fake = new FakeMpris(bus, "one")) {
      var track = Map.of("mpris:trackid", new Variant<>(id), "xesam:title", new Variant<>("Lune"));
      fake.values.put("Tracks", new Variant<>(List.of(id), "as"));
      fake.values.put("Metadata", new Variant<>(track, "a{sv}"));
      assertEquals("Lune", titleOf(fake));
      try {
        assertFalse(player.play("Lune"));
      } catch (HalException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
      assertEquals("Lune", titleOf(fake), "the bus is still there");
    }
  }

  private String titleOf(FakeMpris fake) throws HalException {
    fake.with("Playing");
    return String.valueOf(player.playback().title());
  }

  @Test
  void aTitleIsCut() throws Exception {
    try (var fake = new FakeMpris(bus, "one").with("Playing")) {
      var track = Map.of("xesam:title", new Variant<>("x".repeat(1_000_000)));
      fake.values.put("Metadata", new Variant<>(track, "a{sv}"));
      assertEquals("x".repeat(Playback.TITLE_CHARACTERS) + "…", player.playback().title());
    }
  }

  @Test
  void valuesOfOtherTypesAreUnknown() throws Exception {
    try (var fake = new FakeMpris(bus, "one")) {
      for (var name : List.copyOf(fake.values.keySet())) {
        for (var odd :
            List.<Variant<?>>of(
                new Variant<>(7L),
                new Variant<>(""),
                new Variant<>(List.of(1, 2), "ai"),
                new Variant<>(new Variant<>(new Variant<>("x"))),
                new Variant<>(Map.of("x", new Variant<>(1)), "a{sv}"))) {
          var before = fake.values.put(name, odd);
          act(player::playback);
          act(() -> player.play("Lune"));
          act(player::duck);
          act(player::unduck);
          act(player::next);
          fake.values.put(name, before);
        }
      }
    }
  }

  private interface Act {
    void run() throws HalException;
  }

  private static void act(Act act) {
    try {
      act.run();
    } catch (HalException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  /** Each player that hangs costs a wait: a hundred would take two minutes. */
  @Test
  void notMorePlayersAreAskedThanARoomMayHave() throws Exception {
    var fakes = new ArrayList<FakeMpris>();
    try {
      for (int i = 0; i < 20; i++) {
        fakes.add(new FakeMpris(bus, "p" + (i + 10)));
      }
      fakes.get(19).with("Playing");
      assertTrue(playing().contains("p10"), player.where());
      fakes.get(15).with("Playing");
      assertTrue(playing().contains("p25"), player.where());
    } finally {
      fakes.forEach(FakeMpris::close);
    }
  }

  private String playing() throws HalException {
    player.playback();
    return player.where();
  }

  @Test
  void aBusThatIsGoneIsAFailure() throws Exception {
    try (var fake = new FakeMpris(bus, "one")) {
      player.playback();
      fake.leave();
      assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::playback).kind());
    }
  }
}
