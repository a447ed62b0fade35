package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Background;
import dev.deviceagent.machine.Polling;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Root's access to the machine: one ssh connection, which carries all commands and sockets. */
final class GuestSsh implements Closeable {
  /** The time limit for one login, on a busy machine. */
  private static final Duration ATTEMPT = Duration.ofMinutes(2);

  /** The exit code of ssh(1) if ssh itself has failed, not the command. */
  private static final int SSH_FAILED = 255;

  private final Path key;
  private final int port;
  private final Path run;
  private @Nullable Process connection;
  private int sockets;

  GuestSsh(Path key, int port, Path run) {
    this.key = key;
    this.port = port;
    this.run = run;
  }

  /**
   * Repeats the login until a command has run. Each attempt ends before the next begins: sshd keeps
   * serving an abandoned attempt, and with ten of them it refuses others (MaxStartups in
   * sshd_config(5)).
   */
  void connect(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    for (var refusal = logIn(); refusal != null; refusal = logIn()) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "ssh does not let us in within %d s: %s".formatted(time.toSeconds(), refusal));
      }
      Polling.pause(Duration.ofSeconds(1));
    }
  }

  /** Logs in. Returns null once a command has run, otherwise the message of ssh. */
  private @Nullable String logIn() throws IOException {
    close();
    Files.deleteIfExists(control()); // left from before a power cut
    var log = run.resolve("ssh.log");
    var attempt =
        ssh(List.of("-M", "-N", "-o", "ConnectTimeout=60")).redirectOutput(log.toFile()).start();
    connection = attempt;
    try {
      Polling.within(ATTEMPT).until(() -> Files.exists(control()) || !attempt.isAlive());
      if (!Files.exists(control())) {
        return Files.readString(log).strip();
      }
      var output = run("echo in", ATTEMPT);
      return output.text().equals("in\n") ? null : output.text();
    } catch (IOException | ConditionTimeoutException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Waits until systemd has started all units.
   *
   * @return {@code running}, or {@code degraded} if a unit has failed
   */
  String awaitBooted(Duration time) throws IOException {
    return run("systemctl is-system-running --wait", time).text().strip();
  }

  /** Sets the clock: a resumed machine has the time at which it was saved. */
  void setClock() throws IOException {
    run("date -s @" + Instant.now().getEpochSecond(), Duration.ofSeconds(30));
  }

  /**
   * Runs a line of shell.
   *
   * @throws IOException if it does not end in time, or the connection is lost
   */
  GuestOutput run(String command, Duration time) throws IOException {
    return finish(start(command), command, time);
  }

  /**
   * Runs a line of shell that ends the machine. The connection may break before the result arrives.
   */
  void end(String command) {
    try {
      run(command, ATTEMPT);
    } catch (IOException e) {
      // The caller checks at the machine whether it ends.
    }
  }

  /** The same as {@link #run}, with a file as standard input. */
  private GuestOutput run(String command, Path input, Duration time) throws IOException {
    return finish(ssh(List.of(command)).redirectInput(input.toFile()).start(), command, time);
  }

  /** Starts a line of shell in the background. It ends when its output is no longer read. */
  Process start(String command) throws IOException {
    return ssh(List.of(command)).start();
  }

  private static GuestOutput finish(Process process, String command, Duration time)
      throws IOException {
    var text = Background.supply(() -> read(process));
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException(
            "'%s' has not ended within %d s: %s".formatted(command, time.toSeconds(), text.join()));
      }
    } catch (InterruptedException e) {
      throw Polling.interrupted(e);
    }
    if (process.exitValue() == SSH_FAILED) {
      throw new IOException("'%s': the connection is lost: %s".formatted(command, text.join()));
    }
    return new GuestOutput(process.exitValue(), text.join());
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  /** Waits until a process in the machine listens on this Unix socket. */
  void awaitListening(String socket, Duration time) {
    var command = "ss -xlH | grep -q ' " + socket + " '";
    Polling.within(time)
        .alias("a process listens on " + socket)
        .until(() -> run(command, time).code() == 0);
  }

  /** Copies a file of the host into the machine. */
  void copy(Path file, String to) throws IOException {
    var output = run("cat >'" + to + "'", file, Duration.ofMinutes(2));
    if (output.code() != 0) {
      throw new IOException(file + " could not be copied to " + to + ": " + output.text());
    }
  }

  /**
   * Forwards a Unix socket of the host to one of the machine, where each client is root. The
   * machine's socket may appear later: a connection to it is made only when a client connects on
   * the host.
   */
  Path forward(String socket) throws IOException {
    var here = run.resolve("socket" + ++sockets);
    Files.deleteIfExists(here); // left from before a power cut
    var forward = ssh(List.of("-O", "forward", "-L", here + ":" + socket)).start();
    var output = finish(forward, "ssh -O forward", Duration.ofSeconds(20));
    if (output.code() != 0) {
      throw new IOException(socket + " could not be forwarded: " + output.text());
    }
    return here;
  }

  /** The command for a person at a terminal. */
  List<String> prompt() {
    var command = new ArrayList<>(ssh(List.of()).command());
    command.add("-t");
    return command;
  }

  private ProcessBuilder ssh(List<String> arguments) {
    var command = new ArrayList<>(List.of("ssh", "-F", "none", "-i", key.toString()));
    for (var option :
        List.of(
            "ControlPath=" + control(),
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=no", // it is ours, and new
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
            "BatchMode=yes")) {
      command.addAll(List.of("-o", option));
    }
    int at = arguments.isEmpty() || arguments.getFirst().startsWith("-") ? arguments.size() : 0;
    command.addAll(arguments.subList(0, at));
    command.addAll(List.of("-p", String.valueOf(port), "root@127.0.0.1"));
    command.addAll(arguments.subList(at, arguments.size()));
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true);
  }

  private Path control() {
    return run.resolve("ssh");
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.destroy();
      connection.onExit().join();
    }
  }
}
