package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An AOT cache is used only with the program and jars that it was trained from. */
@Timeout(120)
class TrainIT {
  @TempDir private Path folder;
  private Path launcher;
  private Path cache;
  private Path anyJar = Path.of("");

  /** Copies the launcher and the jars into a separate folder. */
  @BeforeEach
  void copy() throws IOException {
    launcher = folder.resolve("bin/device-agent");
    cache = folder.resolve("target/rehearsed.aot");
    Files.createDirectories(launcher.getParent());
    Files.copy(AgentProcess.LAUNCHER, launcher, StandardCopyOption.COPY_ATTRIBUTES);
    var lib = Files.createDirectories(folder.resolve("target/lib"));
    try (var jars = Files.newDirectoryStream(Path.of("target/lib"))) {
      for (var jar : jars) {
        anyJar = lib.resolve(jar.getFileName());
        Files.copy(jar, anyJar, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private String run(int exit, String... words) throws Exception {
    var command = new ArrayList<String>();
    command.add(launcher.toString());
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exit, process.waitFor(), said);
    return said;
  }

  @Test
  void itIsLearntOnceAndAgainWhenAJarIsAnother() throws Exception {
    assertTrue(run(0, "train").startsWith("built the AOT cache: "));
    assertTrue(run(0, "train").startsWith("the AOT cache is up to date: "));
    assertTrue(run(0, "check-config").endsWith("no problems\n"));
    Files.setLastModifiedTime(anyJar, FileTime.fromMillis(1_000_000_000_000L));
    assertTrue(run(0, "check-config").endsWith("no problems\n"));
    assertTrue(run(0, "train").startsWith("built the AOT cache: "));
  }

  @Test
  void theFormerNameOfTheCommandWorks() throws Exception {
    assertTrue(run(0, "rehearse").startsWith("built the AOT cache: "));
    assertTrue(run(0, "train").startsWith("the AOT cache is up to date: "));
    assertTrue(run(0, "rehearse", "--help").startsWith("Usage: device-agent rehearse [-h]\n"));
  }

  @Test
  void oneThatIsSpoiltCostsNothing() throws Exception {
    run(0, "train");
    try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
      file.seek(file.length() / 3);
      file.write(new byte[5_000_000]);
    }
    assertEquals(1, run(0, "check-config").lines().count());
  }

  @Test
  void whereItCannotBeMadeThatIsSaidAndEverythingWorks() throws Exception {
    Files.createDirectories(cache.resolveSibling("rehearsed.aot.new/in the way"));
    var said = run(1, "train");
    assertTrue(said.startsWith("device-agent: the AOT cache could not be built;"), said);
    assertFalse(Files.exists(cache));
    assertTrue(run(0, "check-config").endsWith("no problems\n"));
  }
}
