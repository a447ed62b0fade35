package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of {@code deploy/simulate}, after its conversation. */
@Timeout(120)
class SimulateIT {
  private static final String STEPS =
      """
      - say: "A voice AI joins."
      - link: joined
      - wait: 100ms
      """;

  @TempDir Path folder;

  private AgentProcess afterTheConversation(String yaml) throws Exception {
    var agent = AgentProcess.simulate(folder, yaml, STEPS);
    agent.awaitLog("A voice AI joins.");
    var line = agent.awaitLog("A pretend cloud answers");
    assertTrue(line.contains(folder.resolve("bridge.sock").toString()), line);
    assertTrue(line.contains("docs/bridge.md"), line);
    agent.awaitStatus(status -> text(status, "link.joined").equals("true"));
    return agent;
  }

  /** The view prints changes ten times a second: it may not have seen the state before. */
  private static void talk(AgentProcess agent) throws Exception {
    agent.awaitStatus(status -> text(status, "state").equals("idle"));
    agent.button(true);
    agent.awaitLog("-> listening");
    agent.awaitLog("-> true");
    speak();
    agent.button(false);
  }

  /** The process measures real time: a shorter talk has no words, and no answer. */
  private static void speak() throws InterruptedException {
    Thread.sleep(600);
  }

  private static void talkIsAnswered(AgentProcess agent) throws Exception {
    talk(agent);
    agent.awaitLog("-> thinking");
    agent.awaitLog("-> speaking");
    agent.awaitLog("speaking -> idle");
  }

  @Test
  void theSpeakerIsNotOfflineAndATalkIsAnsweredInEveryDialect() throws Exception {
    for (var dialect : new String[] {"aicall", "nertc", "volcengine"}) {
      try (var agent = afterTheConversation("  dialect: " + dialect)) {
        talkIsAnswered(agent);
        assertEquals("true", text(agent.status(), "link.joined"));
      }
    }
  }

  @Test
  void aBridgeThatConnectsReplacesThePretendCloud() throws Exception {
    try (var agent = afterTheConversation("");
        var bridge = agent.joined()) {
      assertTrue(bridge.settle().isEmpty());
      agent.awaitLog("link left: another bridge connects");
      agent.button(true);
      bridge.await("open");
      speak();
      agent.button(false);
      bridge.await("1107");
      bridge.message("event\0audio.agent.speech_started");
      agent.awaitStatus(status -> text(status, "state").equals("speaking"));
      try (var second = agent.bridge()) {
        assertTrue(second.isRefused(), "there is nothing pretended to replace");
      }
      bridge.shutdownOutput();
      agent.awaitStatus(status -> text(status, "state").equals("offline"));
    }
  }

  @Test
  void itEndsInOrderWhileThePretendCloudSpeaks() throws Exception {
    try (var agent = afterTheConversation("")) {
      talk(agent);
      agent.awaitLog("-> speaking");
      assertEquals(0, agent.terminate());
    }
  }
}
