package dev.deviceagent.hal.linux.alsa;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/**
 * A dedicated PulseAudio server with one silent sink, {@code speaker}. The monitor of the sink is
 * the microphone. ALSA's {@code pulse} control device of this process connects to this server.
 */
final class NullSink {
  private final Path folder;
  private final Map<String, String> environment;
  private Process server;

  /**
   * Starts the server, or skips the test if a program is missing: it needs {@code apt install
   * pulseaudio pulseaudio-utils libasound2-plugins alsa-utils}.
   *
   * @param folder a folder for this server only
   */
  static NullSink orSkip(Path folder) throws Throwable {
    for (var program : new String[] {"pulseaudio", "pactl", "amixer"}) {
      Assumptions.assumeTrue(isThere(program), "skipped, because there is no " + program);
    }
    var sink = new NullSink(folder);
    boolean hasPlugin = true;
    try {
      sink.run("amixer", "-D", "pulse", "scontrols");
    } catch (IOException e) {
      hasPlugin = false;
      sink.kill();
    }
    Assumptions.assumeTrue(hasPlugin, "skipped, because ALSA has no plugin for PulseAudio");
    return sink;
  }

  private static boolean isThere(String program) {
    for (var place : System.getenv("PATH").split(":", -1)) {
      if (Path.of(place, program).toFile().canExecute()) {
        return true;
      }
    }
    return false;
  }

  private NullSink(Path folder) throws Throwable {
    this.folder = folder;
    environment =
        Map.of(
            "PULSE_SERVER", "unix:" + folder.resolve("socket"),
            "XDG_RUNTIME_DIR", folder.toString(),
            "XDG_CONFIG_HOME", folder.toString());
    for (var variable : environment.entrySet()) {
      setenv(variable.getKey(), variable.getValue());
    }
    start();
  }

  /**
   * Sets a variable of this process. libpulse reads it from the C library, which does not see
   * Java's copy. With this, the tests run in any JVM, also in an IDE, and the socket is in a
   * separate folder.
   */
  @SuppressWarnings("restricted") // setenv has this descriptor, see stdlib.h
  private static void setenv(String name, String value) throws Throwable {
    var linker = Linker.nativeLinker();
    var setenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (var arena = Arena.ofConfined()) {
      MemorySegment n = arena.allocateFrom(name);
      MemorySegment v = arena.allocateFrom(value);
      int result = (int) setenv.invokeExact(n, v, 1);
      if (result != 0) {
        throw new IOException("setenv " + name);
      }
    }
  }

  /** Starts the server, also after {@link #kill}. Returns when it answers. */
  void start() throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve("socket"));
    var command =
        process(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=60", // so that it ends if this process was killed
            "--realtime=no",
            "--high-priority=no",
            "--use-pid-file=no",
            "--load=module-null-sink sink_name=speaker",
            "--load=module-native-protocol-unix auth-anonymous=1 socket="
                + folder.resolve("socket"));
    command.redirectOutput(new File(folder.toFile(), "log"));
    server = command.start();
    for (int i = 0; i < 500; i++) {
      if (status("pactl", "info") == 0) {
        return;
      }
      if (!server.isAlive()) {
        break;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    kill();
    throw new IOException("pulseaudio: " + Files.readString(folder.resolve("log")));
  }

  /** Kills the server, without a notice to its clients. */
  void kill() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  /** Returns the output of a program that uses this server. The program must succeed. */
  String run(String... command) throws IOException, InterruptedException {
    var process = process(command).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  private int status(String... command) throws IOException, InterruptedException {
    return process(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  private ProcessBuilder process(String... command) {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    return builder.redirectErrorStream(true);
  }
}
