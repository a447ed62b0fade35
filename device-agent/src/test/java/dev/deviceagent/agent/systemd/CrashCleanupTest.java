package dev.deviceagent.agent.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the crash cleanup. */
class CrashCleanupTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("last-will");
  }

  private CrashCleanup cleanup(long pid) {
    return new CrashCleanup(file(), pid);
  }

  @Test
  void theFileExistsOnlyWhileItsProcessRuns() throws IOException {
    var cleanup = cleanup(17);
    cleanup.write(List.of("capture\tcard\t-", "line\tchip\t5\t0"));
    assertEquals("process\t17\ncapture\tcard\t-\nline\tchip\t5\t0\n", Files.readString(file()));
    cleanup.remove();
    assertFalse(Files.exists(file()));
    cleanup.remove();
  }

  /** The crash cleanup of the previous process may be reading it. */
  @Test
  void theFileIsReplacedAndNotOverwritten() throws IOException {
    cleanup(17).write(List.of("line\tchip\t5\t0"));
    try (var before = Files.newBufferedReader(file())) {
      cleanup(18).write(List.of());
      cleanup(18).write(List.of("line\tchip\t6\t0"));
      assertEquals(List.of("process\t17", "line\tchip\t5\t0"), before.lines().toList());
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void theFileOfAnotherProcessIsNotRemoved() throws IOException {
    cleanup(17).write(List.of("line\tchip\t5\t0"));
    cleanup(18).remove();
    cleanup(1).remove();
    assertTrue(Files.exists(file()));
    Files.writeString(file(), "");
    cleanup(17).remove();
    assertTrue(Files.exists(file()));
  }
}
