package dev.deviceagent.agent;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A real agent in a separate process, started as by a user. */
final class AgentProcess implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Longer than the played conversation. */
  private static final long LOG_SECONDS = 180;

  static final Path LAUNCHER = Path.of("bin", "device-agent").toAbsolutePath();

  private static final String CONFIG = "agent.yaml";

  private final Path config;
  private final Path bridgeSocket;
  private final Path controlSocket;
  private final Process process;
  private final BufferedReader log;

  private AgentProcess(Path folder, Process process, BufferedReader log) {
    config = folder.resolve(CONFIG);
    bridgeSocket = folder.resolve("bridge.sock");
    controlSocket = folder.resolve("control.sock");
    this.process = process;
    this.log = log;
  }

  static Path config(Path folder, String yaml) throws IOException {
    var file = folder.resolve(CONFIG);
    Files.writeString(
        file,
        """
        link:
          socket: bridge.sock
        %s
        control:
          socket: control.sock
        state:
          directory: state
        """
            .formatted(yaml.stripTrailing()));
    return file;
  }

  /** Starts an agent and waits until it reports that it is ready. */
  static AgentProcess start(Path folder, String yaml) throws IOException {
    var process =
        new ProcessBuilder(LAUNCHER.toString(), "run", "--config", config(folder, yaml).toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var agent = new AgentProcess(folder, process, process.errorReader());
    agent.awaitLog("ready");
    return agent;
  }

  /** Starts {@code simulate} with a conversation of these steps. What it prints is the log. */
  static AgentProcess simulate(Path folder, String yaml, String steps) throws IOException {
    var conversation = Files.createDirectories(folder.resolve("conversation"));
    Files.writeString(conversation.resolve("conversation.yaml"), steps);
    var process =
        new ProcessBuilder(
                LAUNCHER.toString(),
                "simulate",
                "--config",
                config(folder, yaml).toString(),
                "--conversation",
                conversation.toString())
            .redirectErrorStream(true)
            .start();
    return new AgentProcess(folder, process, process.inputReader());
  }

  /** Reads its log up to a line that contains these words; fails if none comes in time. */
  String awaitLog(String words) throws IOException {
    return logUntil(words).getLast();
  }

  /** Every line of its log up to and including one that contains these words. */
  List<String> logUntil(String words) throws IOException {
    var lines = new ArrayList<String>();
    // The read cannot be interrupted. It ends with the agent.
    var late = new CompletableFuture<Void>().completeOnTimeout(null, LOG_SECONDS, SECONDS);
    var end = late.thenRun(process::destroyForcibly);
    try {
      for (var line = log.readLine(); line != null; line = log.readLine()) {
        lines.add(line);
        if (line.contains(words)) {
          return lines;
        }
      }
    } finally {
      end.cancel(false);
    }
    throw new IOException("the log ended, or took too long, without '" + words + "': " + lines);
  }

  Path bridgeSocket() {
    return bridgeSocket;
  }

  Path controlSocket() {
    return controlSocket;
  }

  long pid() {
    return process.pid();
  }

  /** Sends SIGTERM; returns the log up to the end of the process. */
  List<String> lastLog() {
    process.toHandle().destroy(); // unlike Process.destroy(), it keeps the log open
    return log.lines().toList();
  }

  BridgePeer bridge() throws IOException {
    return BridgePeer.connect(bridgeSocket);
  }

  /** A bridge that has joined and read its greeting. */
  BridgePeer joined() throws IOException {
    var bridge = bridge();
    bridge.control("{\"link\":\"joined\"}");
    bridge.await("\"type\":1105");
    return bridge;
  }

  Json ask(Json.Obj question) throws IOException {
    try {
      return ControlClient.ask(controlSocket, question);
    } catch (Refusal e) {
      throw new IOException(e);
    }
  }

  Fields status() throws IOException {
    return Fields.of((Json.Obj) ask(Json.object().with("do", "status")));
  }

  /** Requests the status until it matches; the light and the devices need time. */
  Fields awaitStatus(Predicate<Fields> wanted) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var status = status();
      if (wanted.test(status)) {
        return status;
      }
    }
    throw new IOException("never so: " + status().object());
  }

  void button(boolean pressed) throws IOException {
    ask(Json.object().with("do", "button").with("name", "talk").with("pressed", pressed));
  }

  /** The loaded classes, as the JVM reports them. */
  String classes() throws IOException {
    return jcmd("VM.class_hierarchy");
  }

  /** Heap in use after a collection, in kilobytes. */
  int heapKilobytes() throws IOException {
    jcmd("GC.run");
    return Pattern.compile("total [0-9]+K, used ([0-9]+)K")
        .matcher(jcmd("GC.heap_info"))
        .results()
        .mapToInt(generation -> Integer.parseInt(generation.group(1)))
        .sum();
  }

  private String jcmd(String command) throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command);
    return new String(asked.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Kills the process with SIGKILL; it cannot write anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the agent does not end");
    }
    return process.exitValue();
  }

  /** The output and the exit code of a command. */
  record Ended(int exit, List<String> out, List<String> err) {}

  /** Runs a command to its end; kills it at the timeout. */
  static Ended command(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).start();
    var _ =
        process
            .onExit()
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .exceptionally(_ -> process.destroyForcibly());
    process.getOutputStream().close();
    var out = process.inputReader().lines().toList();
    var err = process.errorReader().lines().toList();
    return new Ended(process.waitFor(), out, err);
  }

  /** Runs a command with this agent's configuration. */
  Ended run(String... words) throws IOException, InterruptedException {
    var all = new ArrayList<String>(List.of(words));
    all.add("--config");
    all.add(config.toString());
    return command(all.toArray(String[]::new));
  }

  static String text(Fields fields, String path) {
    Json now = fields.object();
    for (var name : path.split("\\.", -1)) {
      now = now instanceof Json.Obj object ? Json.of(object.get(name)) : Json.NULL;
    }
    return now instanceof Json.Text(var text) ? text : now.toString();
  }

  static Json.Obj object(String text) {
    try {
      return JsonReader.object(text);
    } catch (CodecException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    log.close();
  }
}
