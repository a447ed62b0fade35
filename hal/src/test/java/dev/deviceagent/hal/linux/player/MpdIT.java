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
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The player with a real mpd, checked with mpc. */
@Timeout(120)
class MpdIT {
  private static final String WITH_MIXER = "type \"null\"\nmixer_type \"software\"";
  private static final String WITHOUT_MIXER = "type \"null\"\nmixer_type \"none\"";

  @TempDir Path folder;

  @BeforeAll
  static void installed() {
    RealMpd.assumeInstalled();
  }

  @BeforeEach
  void songs() throws Exception {
    song("a.wav", "Clair de Lune", "Debussy");
    song("b.wav", "Lune", "Nobody");
    song("c.wav", "ÄRGER im Paradies", "Größe");
    song("d.wav", "月亮代表我的心", "邓丽君");
    song("e.wav", "It's \"quoted\" \\ (back)", "Quoter's");
    TaggedWav.write(folder.resolve("music/sub/weiße_rosen.wav"), null, null);
  }

  private void song(String file, String title, String artist) throws Exception {
    TaggedWav.write(folder.resolve("music").resolve(file), title, artist);
  }

  @Test
  void songsAreFoundByTitleFileAndArtist() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      for (var wanted :
          List.of(
              List.of("LUNE", "Lune"), // a complete title before a part of one
              List.of("clair de", "Clair de Lune"),
              List.of("ärger IM paradies", "ÄRGER im Paradies"),
              List.of("代表", "月亮代表我的心"),
              List.of("it's \"QUOTED\" \\ (back)", "It's \"quoted\" \\ (back)"),
              List.of("\" \\", "It's \"quoted\" \\ (back)"),
              List.of("debussy", "Clair de Lune"),
              List.of("邓丽君", "月亮代表我的心"))) {
        assertTrue(player.play(wanted.getFirst()), wanted.getFirst());
        assertEquals("[playing] " + wanted.getLast(), mpd.status());
        assertEquals(new Playback(Mode.PLAYING, wanted.getLast()), player.playback());
      }
      assertTrue(player.play("Weiße_Rosen"));
      assertEquals(new Playback(Mode.PLAYING, "weiße_rosen"), player.playback());
      assertEquals("sub/weiße_rosen.wav", mpd.mpc("current", "--format=%file%"));
      assertEquals(6, mpd.mpc("playlist").lines().count(), "none twice");
    }
  }

  @Test
  void whatIsNotFoundLeavesEverythingAsItWas() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      assertTrue(player.play("lune"));
      for (var missing : List.of("Für Elise", "lune\nclear", "')", "\\\\", "\") (", "x\0", " ")) {
        assertFalse(player.play(missing), missing);
      }
      assertEquals("[playing] Lune", mpd.status());
      assertEquals(1, mpd.mpc("playlist").lines().count());
    }
  }

  @Test
  void theOwnersQueueStays() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      mpd.mpc("add", "a.wav", "d.wav");
      mpd.mpc("play");
      assertTrue(mpd.player().play("ärger"));
      assertEquals(
          "a.wav\nc.wav\nd.wav", mpd.mpc("playlist", "--format=%file%"), "behind the current one");
      mpd.player().next();
      assertEquals("[playing] 月亮代表我的心", mpd.status());
    }
  }

  @Test
  void itPausesResumesStopsAndSteps() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      assertEquals(new Playback(Mode.STOPPED, null), player.playback());
      player.resume();
      player.pause();
      player.stop();
      assertEquals(new Playback(Mode.STOPPED, null), player.playback());
      player.play();
      assertEquals(6, mpd.mpc("playlist").lines().count(), "the whole library");
      assertEquals("[playing] Clair de Lune", mpd.status());
      player.pause();
      assertEquals("[paused] Clair de Lune", mpd.status());
      assertEquals(new Playback(Mode.PAUSED, "Clair de Lune"), player.playback());
      player.resume();
      assertEquals("[playing] Clair de Lune", mpd.status());
      player.pause();
      player.next();
      assertEquals("[playing] Lune", mpd.status());
      player.previous();
      assertEquals("[playing] Clair de Lune", mpd.status());
      player.stop();
      assertEquals("", mpd.status());
      player.play();
      assertEquals("[playing] Clair de Lune", mpd.status());
      player.stop();
      player.next();
      assertEquals("[playing] Lune", mpd.status());
      mpd.mpc("clear");
      player.next();
      assertEquals("[playing] Clair de Lune", mpd.status(), "begun, where nothing was");
    }
  }

  /** This mpd closes a silent client after a second, instead of the default minute. */
  @Test
  void aLongSilenceHarmsNothing() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      player.play();
      LockSupport.parkNanos(2_500_000_000L);
      player.next();
      assertEquals("[playing] Lune", mpd.status(), "one step, not two");
    }
  }

  @Test
  void anMpdThatDiedIsAbsentAndFoundAgain() throws Exception {
    var mpd = RealMpd.start(folder, WITH_MIXER);
    var player = mpd.player();
    player.play();
    mpd.kill();
    var failure = assertThrows(HalException.class, player::playback);
    assertEquals(Kind.ABSENT, failure.kind());
    assertTrue(failure.cure().contains("apt install mpd"), failure.cure());
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::probe).kind());
    try (var again = RealMpd.start(folder, WITH_MIXER)) {
      player.probe();
      assertTrue(player.play("lune"));
      assertEquals("[playing] Lune", again.status());
    }
  }

  @Test
  void duckingRestoresTheVolumeExactly() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      mpd.mpc("volume", "83");
      player.play();
      player.duck();
      player.duck();
      assertEquals("volume: 20%", mpd.mpc("volume"));
      player.unduck();
      assertEquals("volume: 83%", mpd.mpc("volume"));
      mpd.mpc("volume", "40");
      player.unduck();
      assertEquals("volume: 40%", mpd.mpc("volume"), "not ducked: the owner's is left alone");
    }
  }

  @Test
  void theVolumeIsRestoredEvenIfMpdWasRestarted() throws Exception {
    var mpd = RealMpd.start(folder, WITH_MIXER);
    var player = mpd.player();
    mpd.mpc("volume", "83");
    player.duck();
    mpd.close();
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::unduck).kind());
    try (var again = RealMpd.start(folder, WITH_MIXER)) {
      assertEquals("volume: 20%", again.mpc("volume"), "mpd itself remembers the low one");
      player.unduck();
      assertEquals("volume: 83%", again.mpc("volume"));
    }
  }

  /** Like a kill of the agent: the next process has only the file. */
  @Test
  void anAgentThatWasKilledIsMadeUpFor() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var ducked = folder.resolve("ducked");
      mpd.mpc("volume", "83");
      mpd.player(ducked).duck();
      var next = mpd.player(ducked);
      next.duck();
      assertEquals("volume: 20%", mpd.mpc("volume"), "not softer still");
      next.unduck();
      assertEquals("volume: 83%", mpd.mpc("volume"));
      assertFalse(Files.exists(ducked));
    }
  }

  @Test
  void aVolumeThatSomebodySetWhileDuckedStands() throws Exception {
    try (var mpd = RealMpd.start(folder, WITH_MIXER)) {
      var player = mpd.player();
      mpd.mpc("volume", "83");
      player.duck();
      mpd.mpc("volume", "40");
      player.unduck();
      assertEquals("volume: 40%", mpd.mpc("volume"));
      player.duck();
      assertEquals("volume: 10%", mpd.mpc("volume"));
      player.unduck();
      assertEquals("volume: 40%", mpd.mpc("volume"));
    }
  }

  @Test
  void withoutAMixerDuckingDoesNothing() throws Exception {
    try (var mpd = RealMpd.start(folder, WITHOUT_MIXER)) {
      var player = mpd.player();
      player.play();
      player.duck();
      player.unduck();
      assertEquals("[playing] Clair de Lune", mpd.status());
    }
  }

  @Nested
  class TheContract implements PlayerContract {
    private RealMpd mpd;

    @BeforeEach
    void start() throws Exception {
      mpd = RealMpd.start(folder, WITH_MIXER);
    }

    @AfterEach
    void end() {
      mpd.close();
    }

    @Override
    public Player device() {
      return mpd.player();
    }

    @Override
    public String song() {
      return "Clair de Lune";
    }

    @Override
    public void unplug() {
      mpd.kill();
    }

    @Override
    public void plugIn() throws Exception {
      mpd = RealMpd.start(folder, WITH_MIXER);
    }
  }
}
