import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine from within, as root: one ssh connection, over which all commands and sockets go. */
final class Guest implements AutoCloseable {
  /** One login, on a machine that has much to do. */
  private static final Duration ATTEMPT = Duration.ofMinutes(2);

  /** The exit code of ssh(1) when ssh itself has failed, and not the command. */
  private static final int SSH_FAILED = 255;

  private final Path key;
  private final int port;
  private final Path run;
  private Process connection;
  private int sockets;

  Guest(Path key, int port, Path run) {
    this.key = key;
    this.port = port;
    this.run = run;
  }

  /**
   * Logs in, again and again until a command has run. Each attempt ends before the next begins:
   * sshd goes on with one that was given up, and with ten of them refuses others (MaxStartups in
   * sshd_config(5)).
   */
  void connect(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    for (var refusal = logIn(); refusal != null; refusal = logIn()) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "ssh does not let us in within %d s: %s".formatted(time.toSeconds(), refusal));
      }
      Wait.pause(Duration.ofSeconds(1));
    }
  }

  /** What ssh has said instead of letting us in; null once a command has run. */
  private String logIn() throws IOException {
    close();
    Files.deleteIfExists(control()); // of the same machine, before its power was cut
    var log = run.resolve("ssh.log");
    connection =
        ssh(List.of("-M", "-N", "-o", "ConnectTimeout=60")).redirectOutput(log.toFile()).start();
    Wait.until(ATTEMPT, () -> Files.exists(control()) || !connection.isAlive());
    if (!Files.exists(control())) {
      return Files.readString(log).strip();
    }
    try {
      var output = run("echo in", ATTEMPT);
      return output.text().equals("in\n") ? null : output.text();
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /**
   * Waits until systemd has started all that it is to start.
   *
   * @return {@code running}, or {@code degraded} where a unit has failed
   */
  String awaitBooted(Duration time) throws IOException {
    return run("systemctl is-system-running --wait", time).text().strip();
  }

  /** A machine that starts from where it was has the time of then. */
  void setClock() throws IOException {
    run("date -s @" + Instant.now().getEpochSecond(), Duration.ofSeconds(30));
  }

  /**
   * Runs a line of shell.
   *
   * @throws IOException if it has not ended in time, or the connection is lost
   */
  Output run(String command, Duration time) throws IOException {
    return finish(start(command), command, time);
  }

  /** Runs a line of shell that ends the machine, perhaps before the connection can say so. */
  void end(String command) {
    try {
      run(command, ATTEMPT);
    } catch (IOException e) {
      // Whether the machine ends is seen at the machine.
    }
  }

  /** The same as {@link #run}, with a file as its standard input. */
  private Output run(String command, Path input, Duration time) throws IOException {
    return finish(ssh(List.of(command)).redirectInput(input.toFile()).start(), command, time);
  }

  /** Starts a line of shell that goes on by itself; it ends when what it prints is read no more. */
  Process start(String command) throws IOException {
    return ssh(List.of(command)).start();
  }

  private static Output finish(Process process, String command, Duration time) throws IOException {
    var text = CompletableFuture.supplyAsync(() -> read(process));
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException(
            "'%s' has not ended within %d s: %s".formatted(command, time.toSeconds(), text.join()));
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() == SSH_FAILED) {
      throw new IOException("'%s': the connection is lost: %s".formatted(command, text.join()));
    }
    return new Output(process.exitValue(), text.join());
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  /** Whether somebody in the machine listens on this Unix socket within this time. */
  boolean awaitListening(String socket, Duration time) throws IOException {
    var command = "ss -xlH | grep -q ' " + socket + " '";
    return Wait.until(time, () -> run(command, time).code() == 0);
  }

  /** Copies a file of the host into the machine. */
  void copy(Path file, String to) throws IOException {
    var output = run("cat >'" + to + "'", file, Duration.ofMinutes(2));
    if (output.code() != 0) {
      throw new IOException(file + " could not be copied to " + to + ": " + output.text());
    }
  }

  /**
   * A Unix socket of the host that is one of the machine's; who connects is root there. It is
   * connected there only when it is connected here, so the machine's may come later.
   */
  Path forward(String socket) throws IOException {
    var here = run.resolve("socket" + ++sockets);
    Files.deleteIfExists(here); // of the same machine, before its power was cut
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
