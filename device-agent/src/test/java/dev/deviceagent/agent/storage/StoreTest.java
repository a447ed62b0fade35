package dev.deviceagent.agent.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  @TempDir Path directory;

  @Test
  void aFreshSpeakerIsNotMutedAndTalksToNobody() {
    var store = new Store(directory);
    assertFalse(store.isMuted());
    assertFalse(store.isTalkOpen());
  }

  @Test
  void theDirectoryIsMade() throws IOException {
    var below = directory.resolve("a/b");
    new Store(below).keepMute(true);
    assertTrue(new Store(below).isMuted());
  }

  @Test
  void theMuteSurvives() throws IOException {
    new Store(directory).keepMute(true);
    assertTrue(new Store(directory).isMuted());
    new Store(directory).keepMute(false);
    assertFalse(new Store(directory).isMuted());
  }

  @Test
  void theMuteIsReplacedWholeAndLeavesNothingBeside() throws IOException {
    Files.writeString(directory.resolve("mute.new"), "a write that was cut off");
    var store = new Store(directory);
    assertFalse(store.isMuted(), "half a write is no mute");
    store.keepMute(true);
    assertFalse(Files.exists(directory.resolve("mute.new")));
    assertEquals("on\n", Files.readString(directory.resolve("mute")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "offf", "ON", "\0"})
  void garbageIsTakenForMuted(String text) throws IOException {
    Files.writeString(directory.resolve("mute"), text);
    assertTrue(new Store(directory).isMuted());
  }

  @Test
  void whatIsNotTextIsTakenForMuted() throws IOException {
    Files.write(directory.resolve("mute"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertTrue(new Store(directory).isMuted());
  }

  @Test
  void whatCannotBeReadIsTakenForMuted() throws IOException {
    Files.createDirectory(directory.resolve("mute"));
    assertTrue(new Store(directory).isMuted());
  }

  @Test
  void aMuteThatCannotBeKeptSaysSo() throws IOException {
    Files.createDirectories(directory.resolve("mute/in the way"));
    assertThrows(IOException.class, () -> new Store(directory).keepMute(true));
  }

  @Test
  void aTalkIsRememberedOverACrash() {
    new Store(directory).markTalking(true);
    assertTrue(new Store(directory).isTalkOpen());
    new Store(directory).markTalking(false);
    assertFalse(new Store(directory).isTalkOpen());
  }

  @Test
  void theMarkOfATalkHasItsPlaceOnTheDiskFromTheStart() throws IOException {
    new Store(directory);
    assertEquals("0", Files.readString(directory.resolve("talking")));
  }

  @Test
  void aFileThatWouldNotFitIntoTheMemoryIsSpoilt() throws IOException {
    try (var file = new RandomAccessFile(directory.resolve("mute").toFile(), "rw")) {
      file.setLength(100_000_000_000L);
    }
    assertTrue(new Store(directory).isMuted());
  }

  @Test
  void withoutADirectoryThereIsStillASpeaker() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    var store = new Store(directory.resolve("file/below"));
    store.markTalking(true);
    assertFalse(store.isTalkOpen());
    assertThrows(IOException.class, () -> store.keepMute(true));
  }
}
