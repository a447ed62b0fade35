package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which volume is lowered and restored, and what the file contains in between. */
class DuckingTest {
  @TempDir Path folder;

  private final Players players = new Players();

  private Path file() {
    return folder.resolve("state").resolve("ducked");
  }

  private Ducking ducking() {
    return new Ducking(players, file());
  }

  private String kept() throws IOException {
    return Files.readString(file());
  }

  @Test
  void theFileIsThereAsLongAsItIsDucked() throws Exception {
    var ducking = ducking();
    ducking.unduck();
    assertFalse(Files.exists(file()));
    ducking.duck();
    assertEquals("80.0 20.0 a\n", kept());
    ducking.unduck();
    assertFalse(Files.exists(file()));
    assertEquals(List.of("a 20.0", "a 80.0"), players.sets);
  }

  @Test
  void theVolumeIsKeptBeforeItIsLowered() throws Exception {
    players.onSet = () -> assertEquals("80.0 20.0 a\n", kept());
    ducking().duck();
    assertEquals(List.of("a 20.0"), players.sets);
  }

  @Test
  void whatCannotBeKeptIsNotLowered() throws Exception {
    Files.writeString(folder.resolve("state"), "a file where the folder should be");
    var failure = assertThrows(HalException.class, () -> ducking().duck());
    assertEquals(Kind.FAILED, failure.kind());
    assertTrue(failure.problem().contains(file().toString()), failure.problem());
    assertEquals(List.of(), players.sets);
  }

  @Test
  void twiceIsAsOnceAlsoForTheNextProcess() throws Exception {
    ducking().duck();
    ducking().duck();
    ducking().unduck();
    assertEquals(List.of("a 20.0", "a 80.0"), players.sets);
  }

  /** Killed after the file was written, before the volume was lowered. */
  @Test
  void aKillInBetweenHarmsNothing() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "80.0 20.0 a\n");
    ducking().unduck();
    assertEquals(80.0, players.volumes.get("a"));
    assertFalse(Files.exists(file()));
    Files.writeString(file(), "80.0 20.0 a\n");
    ducking().duck();
    assertEquals(20.0, players.volumes.get("a"));
    assertEquals("80.0 20.0 a\n", kept());
  }

  @Test
  void aVolumeThatSomebodySetInTheMeantimeStands() throws Exception {
    var ducking = ducking();
    ducking.duck();
    players.volumes.put("a", 60.0);
    ducking.unduck();
    assertEquals(60.0, players.volumes.get("a"));
    assertFalse(Files.exists(file()));
    ducking.duck();
    players.volumes.put("a", 40.0);
    ducking.duck();
    assertEquals(10.0, players.volumes.get("a"), "a quarter of theirs");
    ducking.unduck();
    assertEquals(40.0, players.volumes.get("a"));
  }

  @Test
  void whatAMixerMakesOfItIsStillOurs() throws Exception {
    players.rounding = 12;
    var ducking = ducking();
    ducking.duck();
    assertEquals("80.0 12.0 a\n", kept());
    players.rounding = 1;
    ducking().unduck();
    assertEquals(80.0, players.volumes.get("a"));
  }

  /** A player that executes a command only after it has answered. */
  @Test
  void aSlowPlayerIsRestoredToo() throws Exception {
    var ducking = ducking();
    players.isSlow = true;
    ducking.duck();
    assertEquals("80.0 20.0 a\n", kept());
    ducking.unduck();
    assertEquals(List.of("a 20.0", "a 80.0"), players.sets, "in this order");
    assertFalse(Files.exists(file()));
  }

  @Test
  void aPlayerWithoutAVolumeOrThatRefusesIsLeftAlone() throws Exception {
    var ducking = ducking();
    players.refuses = true;
    ducking.duck();
    assertFalse(Files.exists(file()));
    players.refuses = false;
    players.volumes.clear();
    ducking.duck();
    ducking.unduck();
    assertEquals(List.of(), players.sets);
  }

  @Test
  void anUnduckThatFailedIsTriedAgain() throws Exception {
    var ducking = ducking();
    ducking.duck();
    players.isGone = true;
    assertThrows(HalException.class, ducking::unduck);
    players.isGone = false;
    players.refuses = true;
    ducking.unduck();
    players.refuses = false;
    assertEquals("80.0 20.0 a\n", kept());
    ducking.unduck();
    assertEquals(80.0, players.volumes.get("a"));
  }

  @Test
  void anotherPlayerIsDuckedAfterTheFirstIsRestored() throws Exception {
    players.volumes.put("b", 100.0);
    ducking().duck();
    players.playing = "b";
    var ducking = ducking();
    ducking.duck();
    assertEquals(List.of("a 20.0", "a 80.0", "b 25.0"), players.sets);
    players.volumes.remove("b");
    players.playing = "a";
    ducking.duck();
    assertEquals("80.0 20.0 a\n", kept(), "one that is gone is forgotten");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80.0", "80.0 20.0", "1.2.3 4 a\n", "x y z", "80.0 20.0 a\nb\n"})
  void aFileThatMakesNoSenseIsAsNone(String text) throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    var ducking = ducking();
    ducking.unduck();
    assertEquals(List.of(), players.sets);
    ducking.duck();
    assertEquals("80.0 20.0 a\n", kept());
  }

  @Test
  void withoutAFileItIsRememberedInMemory() throws Exception {
    var ducking = new Ducking(players, null);
    ducking.duck();
    ducking.unduck();
    assertEquals(List.of("a 20.0", "a 80.0"), players.sets);
  }

  /** A step of a test, between two others. */
  private interface Step {
    void run() throws IOException;
  }

  /** Players with volumes from 0 to 100, of which one is heard. */
  private static final class Players implements PlayerVolume {
    final TreeMap<String, Double> volumes = new TreeMap<>();
    final List<String> sets = new ArrayList<>();
    String playing = "a";
    double rounding = 1;
    boolean isSlow;
    boolean isGone;
    boolean refuses;
    Step onSet = () -> {};

    Players() {
      volumes.put("a", 80.0);
    }

    @Override
    public @Nullable Level now() {
      var volume = volumes.get(playing);
      return volume == null ? null : new Level(playing, volume);
    }

    @Override
    public @Nullable Double of(String whose) throws HalException {
      if (isGone || !volumes.containsKey(whose)) {
        throw new HalException(Kind.ABSENT, whose, "it is gone", "start it");
      }
      return volumes.get(whose);
    }

    @Override
    public @Nullable Double set(Level wanted) {
      if (refuses) {
        return null;
      }
      try {
        onSet.run();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      sets.add(wanted.whose() + " " + wanted.volume());
      if (!isSlow) {
        volumes.put(wanted.whose(), Math.floor(wanted.volume() / rounding) * rounding);
      }
      return volumes.get(wanted.whose());
    }

    @Override
    public double step() {
      return 1;
    }
  }
}
