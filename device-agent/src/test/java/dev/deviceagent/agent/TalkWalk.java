package dev.deviceagent.agent;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One random run: a person presses and mutes, bridges connect and disconnect in every way, the
 * microphone is slow or fails, the agent is killed. It records what it did and saw, and compares
 * that with the moves of the simulated switch.
 */
final class TalkWalk implements AutoCloseable {
  /**
   * Maximum time from the driver's knowledge that the agent has acted to the end of a started move.
   */
  private static final long SLACK_NANOS = 100_000_000;

  private static final long DEAF_NANOS = 30_000_000;

  private final Path moves;
  private final Path config;
  private final Path folder;
  private final long seed;
  private final int steps;
  private final Random random;
  private final TalkBook book = new TalkBook();
  private final List<Process> processes = new ArrayList<>();
  private @Nullable Process agent;
  private @Nullable TalkBridge bridge;
  private boolean isPressed;
  private boolean isMuted;
  private boolean isBroken;
  private int kills;
  private int bridges;

  TalkWalk(Path folder, long seed, int steps) throws IOException {
    this.folder = folder;
    this.seed = seed;
    this.steps = steps;
    random = new Random(seed);
    moves = folder.resolve("moves");
    config = AgentProcess.config(folder, "push_to_talk: {shortest: 4ms}");
  }

  void go() throws Exception {
    start();
    for (int step = 0; step < steps; step++) {
      step();
    }
    end();
  }

  private void step() throws Exception {
    int dice = random.nextInt(1000);
    if (dice < 640) {
      button(!isPressed);
      if (random.nextInt(4) == 0) {
        LockSupport.parkNanos(DEAF_NANOS); // an earlier edge is a bounce
      }
    } else if (dice < 760) {
      LockSupport.parkNanos(random.nextInt(8) * 1_000_000L);
    } else if (dice < 860) {
      connect();
    } else if (dice < 915) {
      disconnect();
    } else if (dice < 945) {
      mute(random.nextInt(6) == 0);
    } else if (dice < 960) {
      microphone();
    } else if (dice < 998) {
      hear();
    } else {
      kill();
    }
  }

  private void start() throws IOException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                SimulatedSpeaker.class.getName(),
                config.toString(),
                moves.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    processes.add(process);
    var line = process.inputReader().readLine();
    if (!"ready".equals(line)) {
      throw new IOException("the agent did not start: " + line + "; " + log());
    }
    agent = process;
    isBroken = false;
    isPressed = false;
    book.agentStarted();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private Json ask(Json.Obj question) throws IOException {
    try {
      return ControlClient.ask(folder.resolve("control.sock"), question);
    } catch (Refusal e) {
      return Json.of(String.valueOf(e.getMessage()));
    }
  }

  private void button(boolean pressed) throws IOException {
    if (pressed) {
      book.pressing();
    }
    isPressed = pressed;
    ask(Json.object().with("do", "button").with("name", "talk").with("pressed", pressed));
    if (!pressed && random.nextInt(4) == 0) {
      ask(Json.object().with("do", "status")); // answered after the agent has processed the release
      book.released();
    }
  }

  /**
   * Opening is allowed from before the mute is removed, and forbidden after the mute is
   * acknowledged.
   */
  private void mute(boolean on) throws IOException {
    if (!on) {
      book.unmuting();
    }
    var answer = ask(Json.object().with("do", "mute").with("on", on));
    isMuted = on;
    if (on && Json.of("muted").equals(answer)) {
      book.muted();
    }
  }

  private void microphone() throws IOException {
    int kind = random.nextInt(4);
    var fault = Json.object().with("do", "fault").with("device", "microphone");
    isBroken = kind == 0;
    if (isBroken) {
      book.breaking();
    }
    ask(
        switch (kind) {
          case 0 -> fault.with("fault", "fail");
          case 1 -> fault.with("fault", "slow").with("millis", random.nextInt(60));
          default -> fault.with("fault", "ok");
        });
    if (!isBroken) {
      book.mended();
    }
  }

  private void connect() throws IOException {
    if (bridge == null || !bridge.isConnected()) {
      bridge = new TalkBridge(folder.resolve("bridge.sock"), book);
      bridges++;
    }
    if (random.nextInt(4) > 0) {
      bridge.joined();
    }
  }

  private void disconnect() throws Exception {
    var there = bridge;
    if (there == null) {
      return;
    }
    switch (random.nextInt(7)) {
      case 0 -> there.close();
      case 1 -> there.closeAfterReading();
      case 2 -> {
        there.hang();
        for (int i = random.nextInt(4); i > 0; i--) {
          button(!isPressed);
        }
        LockSupport.parkNanos(random.nextInt(20) * 1_000_000L);
        there.close();
      }
      case 3 -> there.halfClose();
      case 4 -> there.nonsense();
      case 5 -> there.left();
      default -> {
        try (var second = new TalkBridge(folder.resolve("bridge.sock"), new TalkBook())) {
          second.joined(); // rejected while the first one is connected
        }
      }
    }
  }

  private void hear() throws IOException {
    if (bridge != null) {
      bridge.message(
          switch (random.nextInt(5)) {
            case 0 -> "event\0audio.agent.speech_started";
            case 1 -> "event\0audio.agent.speech_stopped";
            case 2 -> "event\0audio.agent.interrupted";
            case 3 -> "{";
            default -> "{\"type\":1011,\"data\":{\"message\":\"dinner is ready\"}}";
          });
    }
  }

  private void kill() throws Exception {
    kills++;
    var running = agent;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
    if (bridge != null) {
      bridge.closeAfterReading();
      bridge = null;
    }
    book.agentKilled();
    start();
    if (isMuted) {
      book.muted(); // the agent keeps the mute
    }
  }

  /** Ends all faults; after that, every talk must have its end. */
  private void end() throws Exception {
    ask(Json.object().with("do", "fault").with("device", "microphone").with("fault", "ok"));
    button(false);
    if (bridge != null) {
      bridge.closeAfterReading();
    }
    bridge = new TalkBridge(folder.resolve("bridge.sock"), book);
    bridge.joined();
    bridge.awaitGreeting();
    for (int i = 0; i < 60 && (isBusy() || book.hasOpenTalk()); i++) {
      LockSupport.parkNanos(100_000_000);
    }
    book.over();
  }

  private boolean isBusy() throws IOException {
    var status = ask(Json.object().with("do", "status")).toString();
    return status.contains("\"talking\":true") || !status.contains("\"open\":false");
  }

  /** The violations, one per line; empty if there are none. */
  String violations() throws IOException {
    return String.join("\n", book.violations(Files.readAllLines(moves), SLACK_NANOS));
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "seed %d: %d steps, %d bridges, %d kills of the agent; %s",
        seed,
        steps,
        bridges,
        kills,
        book.summary());
  }

  @Override
  public void close() throws IOException {
    if (bridge != null) {
      bridge.close();
    }
    processes.forEach(Process::destroyForcibly);
  }
}
