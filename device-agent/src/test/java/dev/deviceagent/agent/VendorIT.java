package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effect of vendors' messages on the whole agent, over its real sockets. */
class VendorIT {
  private static final String NERTC = "  dialect: nertc";

  @TempDir Path folder;

  private static String alarm(String name, int inSeconds) {
    var alarm =
        Json.object()
            .with("id", 41)
            .with("name", name)
            .with("currentTs", 1_767_225_600L)
            .with("nextTriggerTs", 1_767_225_600L + inSeconds)
            .with("status", 1)
            .with("alarmType", 1)
            .with("cronExpression", "");
    var params = Json.object().with("alarms", List.of(alarm));
    var event = Json.object().with("eventType", "alarm").with("params", params);
    return "agentEvent\0" + Json.object().with("agentEventPayload", event);
  }

  /** NERTC sends no request when it joins. */
  private static BridgePeer joined(AgentProcess agent) throws IOException {
    var bridge = agent.bridge();
    bridge.control("{\"link\":\"joined\"}");
    bridge.await("muted");
    return bridge;
  }

  @Test
  void anAlarmSurvivesAKillAndRingsOnce() throws Exception {
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      bridge.message(alarm("tea", 5));
      bridge.tools(BridgePeer.call("ControlAlarm", "{\"action\":\"list\"}"));
      assertTrue(bridge.await("tea").getLast().contains("Alarms:"));
      agent.kill();
    }
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      assertTrue(bridge.await("tea").getLast().contains("Your alarm: tea."));
      agent.awaitLog("alarm 41 rings");
      agent.kill();
    }
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      bridge.tools(BridgePeer.call("ControlAlarm", "{\"action\":\"list\"}"));
      var said = bridge.await("nertc_ai_external_tts");
      assertTrue(said.getLast().contains("No alarm is set."), said::toString);
    }
  }

  @Test
  void whatTheSdkReportsIsShown() throws Exception {
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      bridge.control("{\"licence\":{\"days\":7}}");
      bridge.control("{\"caption\":{\"speaker\":\"owner\",\"text\":\"my secret\"}}");
      bridge.control("{\"something\":\"new\"}");
      bridge.control("{\"error\":{\"code\":30204,\"message\":\"media lost\"}}");
      var log = String.join("\n", agent.logUntil("error 30204: media lost"));
      assertFalse(log.contains("my secret"), log);
      var status = agent.awaitStatus(now -> "error".equals(now.textIfAny("state")));
      assertEquals(
          "ends in 7 days: renew it with the vendor", status.object("problems").text("licence"));
      assertEquals(0, status.object("counters").integer("messagesRejected"));
    }
  }

  @Test
  void aGoodbyeLetsTheBridgeLeave() throws Exception {
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      bridge.message("event\0audio.agent.speech_started");
      bridge.message("tool\0{\"toolCalls\":[{\"function\":{\"name\":\"good_bye_call\"}}]}");
      bridge.await("{\"link\":\"leave\"}");
      agent.awaitStatus(now -> "idle".equals(now.textIfAny("state")));
    }
  }

  @Test
  void aSongIsPlayedAtOnce() throws Exception {
    try (var agent = AgentProcess.start(folder, NERTC);
        var bridge = joined(agent)) {
      bridge.message(
          "songSearch\0{\"message\":\"{\\\"need_confirm\\\":false,\\\"song_list\\\":"
              + "[{\\\"index\\\":0,\\\"name\\\":\\\"Aria\\\",\\\"url\\\":\\\"https://example.invalid/a.mp3\\\"}]}\"}");
      agent.awaitStatus(now -> "Aria".equals(now.objectOrEmpty("playback").textIfAny("title")));
    }
  }
}
