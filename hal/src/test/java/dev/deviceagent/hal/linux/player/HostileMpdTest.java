package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player.Playback;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an mpd answers, the outcome is a result or a HalException. It may be on another machine.
 */
@Timeout(60)
class HostileMpdTest {
  private static final long SEED = 20260103;

  /** The parts from which answers are made. */
  private static final List<String> PARTS =
      List.of(
          "state: play\n",
          "state: pause\n",
          "state: stop\n",
          "state: \n",
          "volume: 50\n",
          "volume: -2147483649\n",
          "volume: 999999999\n",
          "song: 999999999\n",
          "songid: 7\n",
          "song: -1\n",
          "playlistlength: 0\n",
          "playlistlength: x\n",
          "file: a\n",
          "file: \n",
          "file: \u001b[2J\n",
          "file: a\0b\n",
          "file: \"\\\n",
          "file: " + "/".repeat(3000) + "\n",
          "Id: 9\n",
          "Id: 9\" \"10\n",
          "Id: \0\n",
          "Id: \n",
          "Title: \ud83d\n",
          "Title: \0\n",
          "error: \r\n",
          "OK\n",
          "OK\n",
          "OK\n",
          "ACK [4@0] {play} no\n",
          "ACK [99@99] {} \n",
          "ACK [9999999999@0] {} x\n",
          "ACK []\n",
          "list_OK\n",
          "\n",
          ": \n",
          "x\n",
          "\0\n",
          "\0");

  @TempDir Path folder;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private MpdPlayer player = new MpdPlayer("/");

  @BeforeEach
  void player() {
    player = new MpdPlayer(folder.resolve("mpd.sock").toString(), null, Duration.ofSeconds(5));
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

  /** This once ended the process: a command with a zero in an argument cannot be written. */
  @ParameterizedTest
  @CsvSource({
    "search, 'file: a~b.wav'",
    "playlistfind, 'Id: 4~'",
    "addid, 'Id: ~'",
    "status, 'state: play~'",
    "status, '~: play'"
  })
  void aZeroInAnAnswerIsAFailure(String command, String line) throws Exception {
    answers.put("search", "file: a.wav\nOK\n");
    answers.put("addid", "Id: 9\nOK\n");
    answers.put(command, line.replace('~', '\0') + "\nOK\n");
    try (var mpd = mpd()) {
      var failure = assertThrows(HalException.class, () -> player.play("a"));
      assertEquals(Kind.FAILED, failure.kind());
      assertEquals("it sent a zero byte", failure.problem());
      assertTrue(mpd.lines().stream().noneMatch(said -> said.startsWith("playid")));
    }
  }

  @Test
  void anyAnswerIsAResultOrAFailure() throws Exception {
    var random = new Random(SEED);
    int results = 0;
    for (int i = 0; i < 2000; i++) {
      for (var command : List.of("status", "currentsong", "search", "playlistfind", "addid", "")) {
        answers.put(command, answer(random));
      }
      try (var mpd = mpd()) {
        results += act(i % 8) ? 1 : 0;
        assertTrue(mpd.lines().size() < 50);
      } catch (RuntimeException e) {
        fail("run " + i + " of seed " + SEED + ": " + answers, e);
      }
    }
    assertTrue(results > 100, "only " + results + " results: the test tests too little");
  }

  /**
   * An answer that ends with OK or closes the connection, so that the client does not wait for
   * more.
   */
  private static String answer(Random random) {
    var answer = new StringBuilder();
    for (int parts = random.nextInt(5); parts > 0; parts--) {
      answer.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return answer + (random.nextInt(10) == 0 ? FakeMpd.HANG_UP : "OK\n");
  }

  private boolean act(int act) {
    try {
      switch (act) {
        case 0 -> player.playback();
        case 1 -> player.play("a");
        case 2 -> player.play();
        case 3 -> player.next();
        case 4 -> player.duck();
        case 5 -> player.unduck();
        case 6 -> player.resume();
        default -> player.probe();
      }
      return true;
    } catch (HalException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "999999999", "-1", "-5"})
  void aVolumeThatIsNoPercentageIsUnknown(String volume) throws Exception {
    answers.put("status", "volume: " + volume + "\nstate: play\nOK\n");
    try (var mpd = mpd()) {
      player.duck();
      assertEquals(List.of("status"), mpd.lines());
    }
  }

  /** A million characters in lines of four took 40 MB. */
  @Test
  void anAnswerOfVeryManyLinesIsAFailure() throws Exception {
    answers.put("status", "a: \n".repeat(10_001) + "OK\n");
    try (var mpd = mpd()) {
      var failure = assertThrows(HalException.class, player::playback);
      assertEquals("its answer has more than 10000 lines", failure.problem());
      assertEquals(2, mpd.lines().size());
    }
  }

  @Test
  void aTitleIsCut() throws Exception {
    answers.put("status", "state: play\nOK\n");
    answers.put("currentsong", "Title: " + "x".repeat(60_000) + "\nOK\n");
    try (var mpd = mpd()) {
      assertEquals("x".repeat(Playback.TITLE_CHARACTERS) + "…", player.playback().title());
      assertEquals(2, mpd.lines().size());
    }
  }
}
