package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player.Mode;
import dev.deviceagent.hal.Player.Playback;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that the player sends to mpd, and its results from the answers. */
@Timeout(30)
class MpdPlayerTest {
  private static final String PLAYING = "playlistlength: 3\nstate: play\nsong: 1\nsongid: 7\nOK\n";
  private static final String STOPPED = "playlistlength: 3\nstate: stop\nOK\n";

  @TempDir Path folder;

  /** The answers to lines with this prefix. Every other line is answered with OK. */
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private MpdPlayer player = new MpdPlayer("/");

  @BeforeEach
  void player() {
    player = new MpdPlayer(folder.resolve("mpd.sock").toString(), null, Duration.ofMillis(500));
  }

  private FakeMpd mpd() throws IOException {
    return new FakeMpd(
        folder.resolve("mpd.sock"),
        FakeMpd.GREETING,
        line ->
            answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("OK\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'file: a/b.c.wav\nTitle: Aria\nName: Radio 1\n', Aria",
    "'file: http://x/y.mp3\nName: Radio 1\n', Radio 1",
    "'file: a/b.c.wav\n', b.c",
    "'file: .hidden\n', .hidden",
    "'file: http://x.org/y.mp3\n', http://x.org/y.mp3",
    "'',"
  })
  void theTitleIsTheTagOrTheStationOrTheFile(String song, String title) throws Exception {
    answers.put("status", PLAYING);
    answers.put("currentsong", song + "OK\n");
    try (var mpd = mpd()) {
      assertEquals(new Playback(Mode.PLAYING, title), player.playback());
      assertEquals(List.of("status", "currentsong"), mpd.lines());
      answers.put("status", "state: pause\nOK\n");
      assertEquals(new Playback(Mode.PAUSED, title), player.playback());
      answers.put("status", STOPPED);
      assertEquals(new Playback(Mode.STOPPED, null), player.playback());
    }
  }

  @Test
  void aStateThatNobodyKnowsIsAFailure() throws Exception {
    try (var mpd = mpd()) {
      assertEquals(Kind.FAILED, assertThrows(HalException.class, player::playback).kind());
      answers.put("status", "state: dancing\nOK\n");
      assertEquals(Kind.FAILED, assertThrows(HalException.class, player::playback).kind());
      assertEquals(4, mpd.lines().size());
    }
  }

  @Test
  void aSongIsLookedForFromNearToFarAndPutBehindTheCurrentOne() throws Exception {
    answers.put("status", PLAYING);
    answers.put("search \"(artist", "file: a \"b\".wav\nOK\n");
    answers.put("addid", "Id: 9\nOK\n");
    try (var mpd = mpd()) {
      assertTrue(player.play(" Nina "));
      assertEquals(
          List.of(
              "search \"(title == \\\"Nina\\\")\" \"window\" \"0:1\"",
              "search \"(title contains \\\"Nina\\\")\" \"window\" \"0:1\"",
              "search \"(file contains \\\"Nina\\\")\" \"window\" \"0:1\"",
              "search \"(artist contains \\\"Nina\\\")\" \"window\" \"0:1\"",
              "playlistfind \"(file == \\\"a \\\\\\\"b\\\\\\\".wav\\\")\"",
              "status",
              "addid \"a \\\"b\\\".wav\" \"2\"",
              "playid \"9\"",
              "status"),
          mpd.lines());
    }
  }

  @Test
  void aSongThatIsInTheQueueIsPlayedWhereItStands() throws Exception {
    answers.put("status", PLAYING);
    answers.put("search \"(title ==", "file: a.wav\nTitle: A\nfile: b.wav\nOK\n");
    answers.put("playlistfind", "file: a.wav\nPos: 0\nId: 4\nOK\n");
    try (var mpd = mpd()) {
      assertTrue(player.play("a"));
      assertEquals("playid \"4\"", mpd.lines().get(2));
      assertEquals(4, mpd.lines().size());
    }
  }

  @Test
  void whatIsNotFoundChangesNothing() throws Exception {
    try (var mpd = mpd()) {
      assertFalse(player.play("nothing"));
      assertEquals(4, mpd.lines().size());
      assertTrue(mpd.lines().stream().allMatch(line -> line.startsWith("search ")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nclear", "a\r\nclear", "a\0clear"})
  void aNameCannotCarryACommand(String name) throws Exception {
    try (var mpd = mpd()) {
      assertFalse(player.play(name));
      assertEquals(4, mpd.lines().size());
      assertTrue(mpd.lines().stream().allMatch(line -> line.startsWith("search \"(")));
      assertTrue(mpd.lines().getFirst().matches(".*\\\\\"a {1,2}clear\\\\\".*"));
    }
  }

  /**
   * Also half of a surrogate pair, and the longest name that consists of characters escaped twice.
   */
  @Test
  void anyNameIsAsked() throws Exception {
    try (var mpd = mpd()) {
      assertFalse(player.play("\ud83c"));
      assertFalse(player.play("\"\\".repeat(100)));
      assertTrue(mpd.lines().stream().allMatch(line -> line.length() < 1000));
      assertEquals(8, mpd.lines().size());
      assertFalse(player.play("\n\t"));
      assertFalse(player.play("x".repeat(201)));
      assertEquals(8, mpd.lines().size(), "these are no names");
    }
  }

  @Test
  void anEmptyQueueIsFilledWithTheLibrary() throws Exception {
    answers.put("status", "playlistlength: 0\nstate: stop\nOK\n");
    try (var mpd = mpd()) {
      var failure = assertThrows(HalException.class, player::play);
      assertEquals("its library is empty", failure.problem());
      assertEquals(List.of("status", "add \"/\"", "status"), mpd.lines());
    }
    answers.put("add", "ACK [51@0] {add} playlist is too large\n");
    try (var mpd = mpd()) {
      assertEquals(
          "its library is empty", assertThrows(HalException.class, player::play).problem());
      assertEquals(3, mpd.lines().size(), "a queue that is full is no failure");
    }
    answers.put("status", STOPPED);
    try (var mpd = mpd()) {
      player.play();
      assertEquals(List.of("status", "play", "status"), mpd.lines());
    }
  }

  @Test
  void aStoppedPlayerIsStartedBeforeItSteps() throws Exception {
    answers.put("status", STOPPED);
    try (var mpd = mpd()) {
      player.next();
      assertEquals(List.of("status", "status", "play", "status"), mpd.lines(), "to the first");
    }
    answers.put("status", STOPPED.replace("OK", "songid: 3\nOK"));
    try (var mpd = mpd()) {
      player.previous();
      assertEquals(
          List.of("status", "status", "play", "status", "previous", "status"), mpd.lines());
    }
  }

  @Test
  void whyItCannotPlayIsSaidInItsWords() throws Exception {
    answers.put("status", "playlistlength: 3\nstate: pause\nerror: Failed to open \"x\"\nOK\n");
    try (var mpd = mpd()) {
      var failure = assertThrows(HalException.class, player::resume);
      assertEquals(Kind.FAILED, failure.kind());
      assertEquals("playback failed: Failed to open \"x\"", failure.problem());
      assertEquals(List.of("pause \"0\"", "status"), mpd.lines());
    }
  }

  @Test
  void aRefusalKeepsMpdsWords() throws Exception {
    answers.put("stop", "ACK [5@0] {stop} no such luck\n");
    answers.put("pause", "ACK [4@0] {pause} you don't have permission for \"pause\"\n");
    try (var mpd = mpd()) {
      var failed = assertThrows(HalException.class, player::stop);
      assertEquals(Kind.FAILED, failed.kind());
      assertEquals("stop: no such luck", failed.problem());
      assertEquals(Kind.DENIED, assertThrows(HalException.class, player::pause).kind());
      assertEquals(2, mpd.lines().size());
    }
  }

  @Test
  void anMpdThatComesBackIsFound() throws Exception {
    try (var mpd = mpd()) {
      player.probe();
      assertEquals(List.of("ping"), mpd.lines());
    }
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, player::probe).kind());
    try (var mpd = mpd()) {
      player.probe();
      assertEquals(List.of("ping"), mpd.lines());
    }
  }

  @Test
  void duckingLowersToAQuarterAndRestores() throws Exception {
    answers.put("status", "volume: 83\nstate: play\nOK\n");
    try (var mpd = mpd()) {
      player.unduck();
      assertEquals(List.of(), mpd.lines(), "nothing to restore");
      player.duck();
      answers.put("status", "volume: 20\nstate: play\nOK\n");
      player.duck();
      player.unduck();
      player.unduck();
      assertEquals(
          List.of(
              "status", "setvol \"20\"", "status", "status", "status", "setvol \"83\"", "status"),
          mpd.lines());
    }
  }

  @Test
  void theVolumeIsRestoredWhenMpdIsBack() throws Exception {
    answers.put("status", "volume: 50\nstate: play\nOK\n");
    try (var mpd = mpd()) {
      player.duck();
      assertEquals(3, mpd.lines().size());
    }
    assertThrows(HalException.class, player::unduck);
    answers.put("status", "state: play\nOK\n");
    try (var mpd = mpd()) {
      player.unduck();
      assertEquals(List.of("status"), mpd.lines(), "its mixer is not there yet");
      answers.put("status", "volume: 12\nstate: play\nOK\n");
      answers.put("setvol", "ACK [52@0] {setvol} problems setting volume\n");
      player.unduck();
      answers.remove("setvol");
      player.unduck();
      player.unduck();
      assertEquals(2, mpd.lines().stream().filter(line -> line.equals("setvol \"50\"")).count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "volume: -1\n", "volume: n/a\n"})
  void withoutAMixerDuckingDoesNothing(String volume) throws Exception {
    answers.put("status", volume + "state: play\nOK\n");
    try (var mpd = mpd()) {
      player.duck();
      player.unduck();
      assertEquals(List.of("status"), mpd.lines());
    }
  }
}
