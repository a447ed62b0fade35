package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands, each run as a person would. */
@Timeout(120)
class CommandsIT {
  @TempDir Path folder;

  @Test
  void theCommandsReachTheAgent() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var message = folder.resolve("message.json");
      Files.writeString(message, "{\"type\":1014,\"data\":{\"emotion\":\"sleepy\"}}");
      assertEquals(0, agent.run("send", message.toString()).exit());
      var status = agent.run("status", "--json");
      assertEquals(0, status.exit());
      assertEquals(1, status.out().size());
      assertTrue(status.out().getFirst().contains("\"emotion\":\"sleepy\""));
      assertEquals(0, agent.run("button", "press").exit());
      var wrong = agent.run("button", "press", "volume_up");
      assertEquals(1, wrong.exit());
      assertEquals(1, wrong.err().size());
      assertTrue(wrong.err().getFirst().contains("talk"), wrong.err().toString());
      Files.writeString(message, "{\"type\":1014}");
      var bad = agent.run("send", message.toString());
      assertNotEquals(0, bad.exit());
      assertTrue(bad.err().getFirst().contains("$.data.emotion"), bad.err().toString());
      assertEquals(0, agent.run("doctor").exit());
      agent.run("fault", "battery", "absent");
      var ill = agent.run("doctor", "--json");
      assertEquals(1, ill.exit());
      assertTrue(ill.out().getFirst().contains("\"outcome\":\"absent\""), ill.out().toString());
    }
  }

  @Test
  void aSecondAgentOnTheSameSocketsIsRefused() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var second = agent.run("run");
      assertEquals(71, second.exit());
      assertEquals(1, second.err().size(), second.err().toString());
      assertEquals("false", text(agent.status(), "link.joined"));
    }
  }

  @Test
  void fiveMistakesAreFiveLinesWithTheirPlaces() throws Exception {
    var file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        langauge: en
        link:
          dialect: nertx
          socket: [1]
        push_to_talk:
          shortest: 500
          enabled: perhaps
        """);
    var ended = AgentProcess.command("check-config", "--config", file.toString());
    assertEquals(78, ended.exit());
    assertEquals(5, ended.out().size(), ended.out().toString());
    assertTrue(ended.out().get(0).startsWith(file + ":1:1: "), ended.out().get(0));
    assertTrue(ended.out().get(0).contains("'language'"), ended.out().get(0));
    assertTrue(ended.out().get(1).startsWith(file + ":3:12: "), ended.out().get(1));
    assertTrue(ended.out().get(1).contains("'nertc'"), ended.out().get(1));
    var run = AgentProcess.command("run", "--config", file.toString());
    assertEquals(78, run.exit());
    assertEquals(ended.out(), run.err());
  }

  @Test
  void withoutAnAgentACommandSaysWhatToDo() throws Exception {
    var file = AgentProcess.config(folder, "");
    var ended = AgentProcess.command("status", "--config", file.toString());
    assertEquals(69, ended.exit());
    assertEquals(1, ended.err().size(), ended.err().toString());
    assertTrue(ended.err().getFirst().contains("control.sock"), ended.err().toString());
  }

  @Test
  void theMuteIsKeptOverAKill() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      assertEquals(0, agent.run("mute", "on").exit());
      agent.kill();
    }
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      assertEquals("true", text(agent.status(), "microphone.mutedByOwner"));
      agent.button(true);
      assertEquals(List.of(), bridge.settle());
    }
  }
}
