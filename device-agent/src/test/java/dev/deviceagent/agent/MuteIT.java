package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The owner's mute on a whole agent with a slow switch: nothing opens after the mute is
 * acknowledged.
 */
class MuteIT {
  private static final Duration WATCHED = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void afterTheMuteIsAcknowledgedASlowSwitchOpensNoMore() throws IOException {
    try (var agent = AgentProcess.start(folder, "");
        var _ = agent.joined()) {
      slow(agent, 500);
      agent.button(true);
      agent.button(false);
      mute(agent);
      assertEquals(List.of(), timesOpen(agent));
    }
  }

  /** The cloud changes the mode faster than the switch moves. */
  @Test
  void afterTheMuteIsAcknowledgedNoModeThatTheCloudToldEarlierOpensIt() throws IOException {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      slow(agent, 20);
      for (int i = 0; i < 300; i++) {
        bridge.message("{\"type\":1007,\"data\":{\"enable\":" + (i % 2 == 1) + "}}");
      }
      mute(agent);
      assertEquals(List.of(), timesOpen(agent));
    }
  }

  private static void slow(AgentProcess agent, int millis) throws IOException {
    agent.ask(
        Json.object()
            .with("do", "fault")
            .with("device", "microphone")
            .with("fault", "slow")
            .with("millis", millis));
  }

  private static void mute(AgentProcess agent) throws IOException {
    agent.ask(Json.object().with("do", "mute").with("on", true));
  }

  /** Every status that shows the microphone open or in an unknown state. */
  private static List<Json> timesOpen(AgentProcess agent) throws IOException {
    var open = new ArrayList<Json>();
    for (long end = System.nanoTime() + WATCHED.toNanos(); System.nanoTime() < end; ) {
      var microphone = Json.of(agent.status().object().get("microphone"));
      if (!microphone.equals(Json.object().with("open", false).with("mutedByOwner", true))) {
        open.add(microphone);
      }
    }
    return open;
  }
}
