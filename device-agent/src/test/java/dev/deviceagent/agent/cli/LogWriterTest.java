package dev.deviceagent.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinylog.Level;

class LogWriterTest {
  @TempDir private Path folder;

  @Test
  void aPersonReadsTheLevelAsAWord() {
    assertEquals("WARN  it is late\n", LogWriter.text(Level.WARN, "it is late", null, false));
  }

  @Test
  void theJournalIsToldThePriorityOfEachLine() {
    assertEquals("<4>it is late\n", LogWriter.text(Level.WARN, "it is late", null, true));
    assertEquals("<6>idle\n", LogWriter.text(Level.INFO, "idle", null, true));
    var bug = LogWriter.text(Level.ERROR, "a bug", new IllegalStateException("oh"), true);
    assertTrue(bug.startsWith("<3>a bug\n<3>java.lang.IllegalStateException: oh\n<3>\tat "), bug);
    assertTrue(bug.lines().allMatch(line -> line.startsWith("<3>")), bug);
  }

  @Test
  void whatComesFromElsewhereIsOneLine() {
    assertEquals("<6>a·<0>b\n", LogWriter.text(Level.INFO, "a\n<0>b", null, true));
  }

  @Test
  void aLineIsCutAtTwoThousandCharacters() {
    var whole = "a".repeat(2000);
    assertEquals("<6>" + whole + "\n", LogWriter.text(Level.INFO, whole, null, true));
    var cut = LogWriter.text(Level.WARN, whole + "b".repeat(60_000), null, false);
    assertEquals("WARN  a", cut.substring(0, 7));
    assertEquals("a… (60000 more characters)\n", cut.substring("WARN  ".length() + 1999));
  }

  @Test
  void aPairOfSurrogatesIsNotCutInTwo() {
    var cut = LogWriter.text(Level.INFO, "a".repeat(1999) + "\ud83d\ude00", null, true);
    assertEquals("a… (2 more characters)\n", cut.substring("<6>".length() + 1998));
  }

  @Test
  void theLinesOfABugAreCutTooAndItsStackIsWhole() {
    var bug = new IllegalStateException("b".repeat(65_536));
    var text = LogWriter.text(Level.ERROR, "a bug", bug, true);
    assertTrue(text.lines().allMatch(line -> line.length() < 2100));
    assertTrue(text.contains("\n<3>\tat "));
  }

  @Test
  void theJournalIsKnownByItsInode() throws IOException {
    var file = Files.writeString(folder.resolve("stream"), "");
    var seen = Files.readAttributes(file, "unix:dev,ino");
    assertTrue(LogWriter.isJournal(seen.get("dev") + ":" + seen.get("ino"), file));
    assertFalse(LogWriter.isJournal("1:2", file));
    assertFalse(LogWriter.isJournal(null, file));
    assertFalse(LogWriter.isJournal("1:2", folder.resolve("none")));
  }
}
