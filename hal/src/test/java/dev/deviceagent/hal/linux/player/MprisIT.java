package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Player.Mode;
import dev.deviceagent.hal.Player.Playback;
import dev.deviceagent.hal.contract.PlayerContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The player with a real dbus-daemon and our players on it, checked with playerctl. */
@Timeout(60)
class MprisIT {
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

  private FakeMpris fake(String name) throws Exception {
    return new FakeMpris(bus, name);
  }

  @Test
  void itPlaysPausesStopsAndSteps() throws Exception {
    try (var fake = fake("one")) {
      assertEquals(new Playback(Mode.STOPPED, null), player.playback());
      player.play();
      assertEquals(new Playback(Mode.PLAYING, "Clair de Lune"), player.playback());
      player.next();
      assertEquals(new Playback(Mode.PLAYING, "Lune"), player.playback());
      player.pause();
      assertEquals(new Playback(Mode.PAUSED, "Lune"), player.playback());
      player.resume();
      player.previous();
      assertEquals(new Playback(Mode.PLAYING, "Clair de Lune"), player.playback());
      player.stop();
      assertEquals(new Playback(Mode.STOPPED, null), player.playback());
      assertEquals(List.of("Play", "Next", "Pause", "Play", "Previous", "Stop"), fake.told);
      assertEquals(
          "org.mpris.MediaPlayer2.one on the session bus " + folder.resolve("bus"), player.where());
    }
  }

  @Test
  void aPausedPlayerPlaysAfterAStep() throws Exception {
    try (var fake = fake("one").with("Paused")) {
      player.next();
      assertEquals(List.of("Next", "Play"), fake.told);
      assertEquals(new Playback(Mode.PLAYING, "Lune"), player.playback());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CanPlay, play",
    "CanPlay, resume",
    "CanPause, pause",
    "CanControl, stop",
    "CanControl, play",
    "CanGoNext, next",
    "CanGoPrevious, previous"
  })
  void whatThePlayerCannotIsSaidAndNotTried(String property, String act) throws Exception {
    try (var fake = fake("one")) {
      fake.values.put(property, new Variant<>(false));
      var failure =
          assertThrows(
              HalException.class,
              () -> {
                switch (act) {
                  case "play" -> player.play();
                  case "resume" -> player.resume();
                  case "pause" -> player.pause();
                  case "stop" -> player.stop();
                  case "next" -> player.next();
                  default -> player.previous();
                }
              });
      assertEquals(Kind.UNSUPPORTED, failure.kind());
      assertTrue(failure.where().startsWith("org.mpris.MediaPlayer2.one on "), failure.where());
      assertEquals(List.of(), fake.told);
    }
  }

  @Test
  void songsAreFoundByTitleFileAndArtist() throws Exception {
    try (var fake = fake("one")) {
      for (var wanted :
          List.of(
              List.of("LUNE", "Lune"), // a complete title before a part of one
              List.of("clair de", "Clair de Lune"),
              List.of("ärger IM paradies", "ÄRGER im Paradies"),
              List.of("代表", "月亮代表我的心"),
              List.of("Weiße+Rosen", "ÄRGER im Paradies"),
              List.of("debussy", "Clair de Lune"),
              List.of("邓丽君", "月亮代表我的心"))) {
        assertTrue(player.play(wanted.getFirst()), wanted.getFirst());
        assertEquals(new Playback(Mode.PLAYING, wanted.getLast()), player.playback());
      }
      assertEquals(List.of("GoTo /track/2", "Play", "GoTo /track/1"), fake.told.subList(0, 3));
    }
  }

  @Test
  void whatIsNotFoundChangesNothing() throws Exception {
    try (var fake = fake("one").with("Playing")) {
      for (var missing : List.of("Für Elise", " ", "\n", "x".repeat(201))) {
        assertFalse(player.play(missing), missing);
      }
      assertEquals(List.of(), fake.told);
    }
  }

  @Test
  void aPlayerWithoutAListCannotSearch() throws Exception {
    try (var fake = fake("one")) {
      fake.values.put("HasTrackList", new Variant<>(false));
      var failure = assertThrows(HalException.class, () -> player.play("Lune"));
      assertEquals(Kind.UNSUPPORTED, failure.kind());
      assertEquals("it cannot search for a song", failure.problem());
      assertEquals(List.of(), fake.told);
    }
  }

  @Test
  void theOneThatPlaysComesFirstThenAPausedOneThenTheLast() throws Exception {
    try (var a = fake("a");
        var b = fake("b").with("Playing");
        var c = fake("c").with("Paused");
        var proxy = fake("playerctld").with("Playing")) {
      player.pause();
      assertEquals(List.of("Pause"), b.told);
      c.with("Paused");
      player.resume();
      assertEquals(List.of("Pause", "Play"), b.told, "two are paused: the one that was used last");
      b.with("Stopped");
      player.stop();
      assertEquals(List.of("Stop"), c.told);
      player.stop();
      assertEquals(List.of("Stop", "Stop"), c.told, "all are stopped: the one that was used last");
      c.leave();
      player.play();
      assertEquals(List.of("Play"), a.told, "the first by name");
      assertEquals(List.of(), proxy.told);
    }
  }

  @Test
  void aPlayerThatHangsIsPassedOver() throws Exception {
    try (var a = fake("a").with("Playing");
        var b = fake("b")) {
      a.mayAnswer = new CountDownLatch(1);
      player.play();
      assertEquals(List.of("Play"), b.told);
    }
  }

  @Test
  void theOnlyPlayerThatHangsIsAFailure() throws Exception {
    try (var quick =
            new MprisPlayer(
                bus.environment(), Thread.ofPlatform().factory(), null, Duration.ofMillis(300));
        var fake = fake("a").with("Playing")) {
      fake.mayAnswer = new CountDownLatch(1);
      var failure = assertThrows(HalException.class, quick::playback);
      assertEquals(Kind.FAILED, failure.kind());
      assertEquals("it did not answer within 300 ms", failure.problem());
      fake.mayAnswer.countDown();
      assertEquals(Mode.PLAYING, quick.playback().mode());
    }
  }

  /** Like a dbus-daemon that is stopped; dbus-java alone would wait without limit. */
  @Test
  void aBusThatHangsIsAFailure() throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-STOP", "" + bus.pid()).start().waitFor());
    try (var quick =
        new MprisPlayer(
            bus.environment(), Thread.ofPlatform().factory(), null, Duration.ofMillis(300))) {
      var failure = assertThrows(HalException.class, quick::probe);
      assertEquals(Kind.FAILED, failure.kind());
      assertEquals("it did not answer within 300 ms", failure.problem());
    }
  }

  @Test
  void anOrderIsWaitedForUntilItShows() throws Exception {
    try (var fake = fake("one")) {
      fake.isLate = true;
      player.play();
      assertEquals("Playing", fake.status());
      assertEquals(3, fake.asked.get(), "what it can; that it does not play yet; that it does");
    }
  }

  @Test
  void anOrderWhoseEffectIsSilentIsSeenAllTheSame() throws Exception {
    try (var fake = fake("one")) {
      fake.emits = false;
      player.play();
      assertEquals(Mode.PLAYING, player.playback().mode());
    }
  }

  @Test
  void withoutAPlayerItIsAbsentUntilOneComes() throws Exception {
    var failure = assertThrows(HalException.class, player::playback);
    assertEquals(Kind.ABSENT, failure.kind());
    assertEquals("session bus " + folder.resolve("bus"), failure.where());
    try (var fake = fake("one")) {
      player.play();
      assertEquals("Playing", fake.status());
    }
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::playback).kind());
  }

  @Test
  void aBusThatWasRestartedIsFoundAgain() throws Exception {
    try (var fake = fake("one")) {
      player.play();
      assertEquals(List.of("Play"), fake.told);
      bus.close();
    }
    assertThrows(HalException.class, player::playback);
    Files.deleteIfExists(folder.resolve("bus"));
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::playback).kind());
    bus = RealBus.start(folder);
    try (var fake = fake("two")) {
      player.play();
      assertEquals("Playing", fake.status());
    }
  }

  @Test
  void duckingRestoresTheVolumeExactly() throws Exception {
    try (var fake = fake("one").with("Playing")) {
      fake.values.put("Volume", new Variant<>(0.7300000000000001));
      player.duck();
      player.duck();
      assertEquals(0.7300000000000001 / 4, fake.volume());
      assertEquals(List.of("Set Volume"), fake.told);
      player.unduck();
      assertEquals(0.7300000000000001, fake.volume());
      player.unduck();
      assertEquals(List.of("Set Volume", "Set Volume"), fake.told);
    }
  }

  @Test
  void thePlayerThatWasDuckedIsTheOneThatIsRestored() throws Exception {
    try (var a = fake("a").with("Playing");
        var b = fake("b")) {
      player.duck();
      assertEquals(0.2, a.volume());
      a.with("Stopped");
      b.with("Playing");
      player.duck();
      assertEquals(0.8, a.volume(), "another one is heard now");
      assertEquals(0.2, b.volume());
      b.with("Stopped");
      a.with("Playing");
      player.unduck();
      assertEquals(0.8, b.volume());
    }
  }

  @Test
  void aVolumeThatCannotBeSetIsNoFailure() throws Exception {
    try (var fake = fake("one").with("Playing")) {
      fake.values.put("ReadOnly", new Variant<>(true));
      player.duck();
      fake.values.remove("ReadOnly");
      player.unduck();
      assertEquals(List.of("Set Volume"), fake.told);
      assertFalse(Files.exists(folder.resolve("ducked")));
      fake.values.put("CanControl", new Variant<>(false));
      player.duck();
      fake.values.remove("CanControl");
      fake.values.remove("Volume");
      player.duck();
      player.unduck();
      assertEquals(List.of("Set Volume"), fake.told);
    }
  }

  /** Like a kill: the next process has only the file. */
  @Test
  void aProcessThatWasKilledIsMadeUpFor() throws Exception {
    try (var fake = fake("one").with("Playing")) {
      player.duck();
      try (var next = bus.player(folder.resolve("ducked"))) {
        next.duck();
        assertEquals(0.2, fake.volume(), "not softer still");
        next.unduck();
        assertEquals(0.8, fake.volume());
        next.unduck();
        assertEquals(List.of("Set Volume", "Set Volume"), fake.told);
      }
    }
  }

  @Test
  void playerctlSeesTheSame() throws Exception {
    RealBus.assumeInstalled("playerctl");
    try (var fake = fake("one")) {
      player.play();
      assertEquals("Playing", bus.playerctl("status"));
      player.next();
      assertEquals("Lune", bus.playerctl("metadata", "title"));
      bus.playerctl("pause");
      assertEquals(new Playback(Mode.PAUSED, "Lune"), player.playback());
      player.duck();
      assertEquals("0.200000", bus.playerctl("volume"));
      bus.playerctl("volume", "0.5");
      player.unduck();
      assertEquals(0.5, fake.volume(), "a volume that a user set is kept");
    }
  }

  @Nested
  class TheContract implements PlayerContract {
    private FakeMpris fake;

    @BeforeEach
    void play() throws Exception {
      fake = fake("a");
    }

    @AfterEach
    void end() {
      fake.close();
    }

    @Override
    public Player device() {
      return player;
    }

    @Override
    public String song() {
      return "Clair de Lune";
    }

    @Override
    public void unplug() {
      fake.close();
    }

    @Override
    public void plugIn() throws Exception {
      fake = fake("a");
    }
  }
}
