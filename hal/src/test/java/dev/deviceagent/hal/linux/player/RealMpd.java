package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.hal.HalException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A separate silent mpd in a folder; and mpc, to inspect it. */
final class RealMpd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Process process;

  private RealMpd(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Skips the test if mpd or mpc is not installed. */
  static void assumeInstalled() {
    for (var program : new String[] {"mpd", "mpc"}) {
      boolean found =
          Pattern.compile(Pattern.quote(File.pathSeparator))
              .splitAsStream(System.getenv().getOrDefault("PATH", ""))
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      assumeTrue(found, "skipped, because " + program + " is not installed");
    }
  }

  /** Starts an mpd with the music below the folder, and waits until it has scanned the music. */
  static RealMpd start(Path folder, String output) throws Exception {
    var socket = folder.resolve("mpd.sock");
    Files.createDirectories(folder.resolve("music"));
    Files.createDirectories(folder.resolve("playlists"));
    var config = folder.resolve("mpd.conf");
    Files.writeString(
        config,
        """
        music_directory "%1$s/music"
        playlist_directory "%1$s/playlists"
        db_file "%1$s/db"
        state_file "%1$s/state"
        bind_to_address "%1$s/mpd.sock"
        connection_timeout "1"
        zeroconf_enabled "no"
        audio_output {
        name "nobody"
        %2$s
        }
        """
            .formatted(folder, output));
    Files.deleteIfExists(socket);
    var process =
        new ProcessBuilder("mpd", "--no-daemon", "--stderr", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mpd.log").toFile())
            .start();
    var mpd = new RealMpd(folder, process);
    try {
      mpd.awaitReady();
      mpd.mpc("update", "--wait");
      return mpd;
    } catch (IOException | InterruptedException | AssertionError e) {
      mpd.close();
      throw e;
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        player().probe();
        return;
      } catch (HalException e) {
        var log = Files.readString(folder.resolve("mpd.log"));
        assertTrue(process.isAlive() && System.nanoTime() < deadline, e.getMessage() + log);
        LockSupport.parkNanos(20_000_000L);
      }
    }
  }

  MpdPlayer player() {
    return new MpdPlayer(folder.resolve("mpd.sock").toString());
  }

  MpdPlayer player(Path duckedFile) {
    return new MpdPlayer(folder.resolve("mpd.sock").toString(), duckedFile);
  }

  /** The output of mpc, without the newline at its end. */
  String mpc(String... arguments) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("mpc"));
    line.add("--host=" + folder.resolve("mpd.sock"));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text.strip();
  }

  /** What plays, as mpc reports it: {@code [playing] title}; empty while mpd is stopped. */
  String status() throws IOException, InterruptedException {
    var lines = mpc("status", "--format=%title%").lines().toList();
    return lines.size() < 3
        ? ""
        : lines.get(1).replaceAll("(\\[\\w+]).*", "$1") + " " + lines.getFirst();
  }

  /** Like a crash: nothing is written, and the socket remains. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    kill();
  }
}
