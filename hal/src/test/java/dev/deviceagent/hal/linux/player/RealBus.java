package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A separate message bus in a folder, by the real dbus-daemon; and playerctl, to inspect it. */
final class RealBus implements AutoCloseable {
  private final Path socket;
  private final Process process;

  private RealBus(Path socket, Process process) {
    this.socket = socket;
    this.process = process;
  }

  static boolean isInstalled(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /** Skips the test if the program is not installed. */
  static void assumeInstalled(String program) {
    assumeTrue(isInstalled(program), "skipped, because " + program + " is not installed");
  }

  /** Starts a bus. It is listening when this returns. */
  static RealBus start(Path folder) throws IOException {
    var socket = folder.resolve("bus");
    Files.deleteIfExists(socket);
    var process =
        new ProcessBuilder(
                "dbus-daemon",
                "--session",
                "--nofork",
                "--nopidfile",
                "--print-address",
                "--address=unix:path=" + socket)
            .redirectError(folder.resolve("bus.log").toFile())
            .start();
    assertEquals(true, process.inputReader().readLine() != null, "it prints where it listens");
    return new RealBus(socket, process);
  }

  String address() {
    return "unix:path=" + socket;
  }

  /** A player on this bus. */
  MprisPlayer player(Path duckedFile) {
    return new MprisPlayer(
        environment(), Thread.ofPlatform().daemon().factory(), duckedFile, Duration.ofSeconds(5));
  }

  Map<String, String> environment() {
    return Map.of("DBUS_SESSION_BUS_ADDRESS", address(), "DBUS_SYSTEM_BUS_ADDRESS", address());
  }

  /** The output of playerctl, without the newline at its end. */
  String playerctl(String... arguments) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("playerctl"));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment());
    builder.environment().put("LC_ALL", "C.UTF-8");
    var started = builder.start();
    var text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, started.waitFor(), text);
    return text.strip();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
