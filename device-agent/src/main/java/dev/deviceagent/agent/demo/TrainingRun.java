package dev.deviceagent.agent.demo;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.link.BridgeClient;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The training run for the AOT cache: runs a speaker for about a second, from its start over a few
 * messages to its end. The JVM records what it loads and starts faster from then on.
 */
public final class TrainingRun {
  private static final List<String> MESSAGES =
      List.of(
          "{\"uid\":1,\"type\":\"event\",\"data\":{\"event\":\"audio.agent.speech_started\"}}",
          "{\"type\":1014,\"data\":{\"emotion\":\"happy\"}}",
          "{\"type\":1011,\"data\":{\"message\":\"{\\\"say\\\":\\\"rehearsal\\\"}\"}}",
          "conv\0\0\0\24{\"Stage\":{\"Code\":3}}",
          "no message at all",
          "mcp\0{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
              + "\"SetVolume\",\"arguments\":{\"volume\":40}}}");

  private TrainingRun() {}

  /** Runs on a board that nothing else uses. Uses and then removes the configuration's sockets. */
  public static void play(Config config, Board board, Threads threads)
      throws IOException, HalException, Refusal {
    try (var agent = new Agent(config, board, TrafficListener.NOBODY, Service.NONE, threads)) {
      agent.start();
      try (var bridge = BridgeClient.connect(config.link().socket())) {
        for (var message : MESSAGES) {
          bridge.message(message.getBytes(StandardCharsets.ISO_8859_1));
        }
        ask(config, Json.object().with("do", "button").with("name", "talk").with("pressed", true));
        ask(config, Json.object().with("do", "button").with("name", "talk").with("pressed", false));
        ask(config, Json.object().with("do", "mute").with("on", false));
        ask(config, Json.object().with("do", "doctor"));
        ask(config, Json.object().with("do", "status"));
        bridge.receive();
      }
    }
  }

  private static void ask(Config config, Json.Obj question) throws IOException, Refusal {
    ControlClient.ask(config.controlSocket(), question);
  }
}
