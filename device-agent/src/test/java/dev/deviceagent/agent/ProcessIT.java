package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static dev.deviceagent.agent.BridgePeer.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process over its real sockets, driven as by a bridge and a person. */
@Timeout(120)
class ProcessIT {
  private static final String START =
      "{\"type\":1106,\"senderId\":\"user_1\",\"receiverId\":\"robot_1\"}";
  private static final String FINISH = START.replace("1106", "1107");
  private static final String CANCEL = START.replace("1106", "1108");
  private static final String OPEN = "{\"microphone\":\"open\"}";
  private static final String MUTED = "{\"microphone\":\"muted\"}";

  @TempDir Path folder;

  @Test
  void toolsAreCalledAndOneThatFailsDoesNotStopTheNext() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      bridge.tools(call("SetVolume", "{\"volume\": 80}"));
      bridge.settle();
      assertEquals("80", text(agent.status(), "volume.percent"));
      bridge.tools(call("SetVolume", "{\"volume\": 180}"), call("SetVolume", "{\"volume\": 30}"));
      bridge.settle();
      var status = agent.status();
      assertEquals("30", text(status, "volume.percent"));
      assertEquals("1", text(status, "counters.toolFailures"));
    }
  }

  @Test
  void eventsAndEmotionsMoveStateAndLight() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      var dark = text(agent.awaitStatus(ProcessIT::isDark), "leds");
      bridge.message("event\0{\"event\":\"audio.agent.speech_started\"}");
      bridge.settle();
      assertEquals("speaking", text(agent.status(), "state"));
      agent.awaitStatus(s -> !text(s, "leds").equals(dark));
      bridge.message("event\0audio.agent.speech_stopped");
      bridge.settle();
      assertEquals("idle", text(agent.status(), "state"));
      bridge.message(
          "{\"uid\":1,\"type\":\"event\",\"data\":{\"event\":\"audio.agent.speech_started\"}}");
      bridge.message("event\0audio.agent.interrupted");
      bridge.settle();
      assertEquals("idle", text(agent.status(), "state"));
      var still = text(agent.awaitStatus(s -> text(s, "leds").equals(dark)), "leds");
      bridge.message("emotion\0{\"message\":\"happy\"}");
      bridge.settle();
      assertEquals("happy", text(agent.status(), "emotion"));
      agent.awaitStatus(s -> !text(s, "leds").equals(still));
    }
  }

  /** Idle and dark; the LEDs first fade out from the previous scene. */
  private static boolean isDark(Fields status) {
    return text(status, "state").equals("idle") && !text(status, "leds").matches(".*[1-9a-f].*");
  }

  @Test
  void aLongPressTalksAndATapCancels() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      agent.button(true);
      LockSupport.parkNanos(800_000_000L); // the press itself, as long as a person's
      agent.button(false);
      assertEquals(List.of(START, OPEN, MUTED, FINISH), bridge.await("1107"));
      agent.button(true);
      assertEquals(List.of(START, OPEN), bridge.await("open"));
      agent.button(false);
      assertEquals(List.of(MUTED, CANCEL), bridge.await("1108"));
      assertEquals("false", text(agent.status(), "microphone.open"));
    }
  }

  @Test
  void aBatteryQueryIsSpokenInTheConfiguredDialect() throws Exception {
    try (var agent = AgentProcess.start(folder, "  dialect: volcengine");
        var bridge = agent.bridge()) {
      bridge.tools(call("QueryDevice", "{\"type\":\"battery\"}"));
      var spoken = bridge.await("ctrl").getLast();
      assertTrue(spoken.startsWith("ctrl\0\0\0"), spoken);
      assertTrue(spoken.contains("76 percent"), spoken);
      assertEquals(List.of(), bridge.settle());
    }
    try (var agent = AgentProcess.start(folder, "  dialect: nertc\nlanguage: zh-CN");
        var bridge = agent.bridge()) {
      bridge.tools(call("QueryDevice", "{\"type\":\"battery\"}"));
      assertEquals(
          "{\"call\":\"nertc_ai_external_tts\",\"text\":\"电量还有百分之76。\",\"interruptMode\":1,"
              + "\"addContext\":true}",
          bridge.await("external_tts").getLast());
      assertEquals(List.of(), bridge.settle());
    }
  }

  @Test
  void tenThousandRandomFramesAreCountedAndNothingElseIsLost() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      var random = new Random(42);
      for (int i = 0; i < 10_000; i++) {
        var body = new byte[random.nextInt(300)];
        random.nextBytes(body);
        bridge.frame(1, body);
      }
      bridge.tools(call("SetVolume", "{\"volume\": 12}"));
      bridge.settle();
      var status = agent.status();
      assertEquals("10000", text(status, "counters.messagesRejected"));
      assertEquals("12", text(status, "volume.percent"));
      assertEquals("true", text(status, "link.joined"));
    }
  }

  @Test
  void aMalformedFrameEndsItsConnectionWithAReasonAndTheNextOneIsTaken() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      for (var bad :
          List.of(
              ByteBuffer.allocate(8).putInt(0).array(),
              ByteBuffer.allocate(5).putInt(64 * 1024 + 1).array(),
              ByteBuffer.allocate(5).putInt(1).put((byte) 9).array(),
              ByteBuffer.allocate(7).putInt(3).put((byte) 2).put((byte) '{').array())) {
        try (var bridge = agent.joined()) {
          bridge.raw(bad);
          assertTrue(bridge.isRefused());
        }
        var status = agent.awaitStatus(s -> text(s, "link.joined").equals("false"));
        assertTrue(text(status, "link.reason").contains("malformed"), text(status, "link.reason"));
      }
      agent.joined().close();
      assertEquals("4", text(agent.status(), "counters.messagesRejected"));
    }
  }

  @Test
  void aSecondBridgeIsRefusedWhileTheFirstLives() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var first = agent.joined();
        var second = agent.bridge()) {
      assertTrue(second.isRefused());
      assertEquals(List.of(), first.settle());
    }
  }

  @Test
  void aTalkCutOffByTheDeathOfTheProcessIsCancelledByTheNextOne() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      agent.button(true);
      bridge.await("open");
      agent.kill();
    }
    try (var agent = AgentProcess.start(folder, "")) {
      try (var bridge = agent.bridge()) {
        assertEquals("false", text(agent.status(), "microphone.open"));
        bridge.control("{\"link\":\"joined\"}");
        assertEquals(MUTED, bridge.next());
        assertEquals(CANCEL, bridge.next());
        bridge.await("1105");
      }
      try (var bridge = agent.bridge()) {
        bridge.control("{\"link\":\"joined\"}");
        assertFalse(bridge.await("1105").contains(CANCEL), "cancelled once, not twice");
      }
    }
  }

  @Test
  void sigtermEndsATalkPutsTheLightsOutAndLeavesNothing() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      agent.button(true);
      bridge.await("open");
      long start = System.nanoTime();
      assertEquals(0, agent.terminate());
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 2000, "took " + millis + " ms");
      assertEquals(List.of(MUTED, CANCEL), bridge.await("1108"));
      assertFalse(Files.exists(folder.resolve("bridge.sock")));
      assertFalse(Files.exists(folder.resolve("control.sock")));
    }
  }

  @Test
  void anAgentWithADeadMicrophoneEndsInTimeToo() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      agent.button(true);
      bridge.await("open");
      agent.ask(
          Json.object()
              .with("do", "fault")
              .with("device", "microphone")
              .with("fault", "slow")
              .with("millis", 60_000));
      long start = System.nanoTime();
      assertEquals(0, agent.terminate());
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 2000, "took " + millis + " ms");
      assertEquals(List.of(MUTED, CANCEL), bridge.await("1108"));
    }
  }

  @Test
  void aNameFromTheNetworkCannotForgeALineOfTheLog() throws Exception {
    try (var agent = AgentProcess.start(folder, "");
        var bridge = agent.joined()) {
      bridge.message("event\0{\"event\":\"a\\nERROR forged\\u001b[31m\"}");
      var line = agent.awaitLog("unknown event");
      assertTrue(line.endsWith("a\u00b7ERROR forged\u00b7[31m: ignored"), line);
    }
  }
}
