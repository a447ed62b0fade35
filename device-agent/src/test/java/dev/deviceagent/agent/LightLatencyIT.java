package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Time from an event on the bridge to the first frame that shows it, under a burst of messages. */
@Timeout(120)
class LightLatencyIT {
  private static final int EVENTS = 60;
  private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1) / 200;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final String WORDS =
      "{\"uid\":1,\"type\":\"event\",\"data\":{\"event\":\"audio.agent.hummed\"}}";

  @TempDir Path folder;

  @Test
  void anEventIsSeenWithinTwentyMilliseconds() throws Exception {
    var config = new ConfigReader(Tools.NAMES, Boards.NAMES).read(AgentProcess.config(folder, ""));
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    try (var agent =
        new Agent(config, new SimBoard(), TrafficListener.NOBODY, Service.NONE, threads)) {
      agent.start();
      try (var bridge = BridgePeer.connect(folder.resolve("bridge.sock"))) {
        bridge.control("{\"link\":\"joined\"}");
        var speaker = agent.speaker();
        var isOver = new AtomicBoolean();
        var burst = threads.virtual("burst", () -> burst(bridge, isOver));
        var micros = new long[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
          awaitDark(speaker);
          long began = System.nanoTime();
          send(bridge, "audio.agent.speech_started");
          awaitLit(speaker);
          micros[i] = (System.nanoTime() - began) / 1000;
          send(bridge, "audio.agent.speech_stopped");
        }
        isOver.set(true);
        burst.join();
        Arrays.sort(micros);
        long p99 = micros[EVENTS * 99 / 100];
        System.out.printf(
            "from an event to the first changed frame, beside 200 messages a second, us:"
                + " p50 %d, p99 %d%n",
            micros[EVENTS / 2], p99);
        assertTrue(p99 < 20_000, "p99 " + p99 + " us");
      }
    }
  }

  private static void send(BridgePeer bridge, String event) throws IOException {
    synchronized (bridge) {
      bridge.message("{\"uid\":1,\"type\":\"event\",\"data\":{\"event\":\"" + event + "\"}}");
    }
  }

  private static void burst(BridgePeer bridge, AtomicBoolean isOver) {
    try {
      while (!isOver.get()) {
        synchronized (bridge) {
          bridge.message(WORDS);
        }
        LockSupport.parkNanos(BETWEEN_NANOS);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitLit(Speaker speaker) throws IOException {
    await(speaker, true);
  }

  private static void awaitDark(Speaker speaker) throws IOException {
    await(speaker, false);
  }

  private static void await(Speaker speaker, boolean isLit) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      var leds = Objects.requireNonNull(speaker.leds());
      if (leds.stream().anyMatch(led -> !led.equals("#000000")) == isLit) {
        return;
      }
      LockSupport.parkNanos(100_000);
    }
    throw new IOException("the light never became " + (isLit ? "lit" : "dark"));
  }
}
