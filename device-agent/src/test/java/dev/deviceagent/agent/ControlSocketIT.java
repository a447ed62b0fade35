package dev.deviceagent.agent;

import static dev.deviceagent.agent.AgentProcess.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The control socket of the whole process, used by a local client that breaks the protocol. */
@Timeout(120)
class ControlSocketIT {
  private static final int FRAME_BYTES = 64 * 1024;

  @TempDir Path folder;

  @Test
  void clientsThatNeverEndTheirLineTakeNoMemoryAndDelayNobody() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      var flood = new byte[1024 * 1024];
      var writers = new ArrayList<Thread>();
      var channels = new ArrayList<SocketChannel>();
      for (int i = 0; i < 64; i++) {
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(agent.controlSocket()));
        channels.add(channel);
        writers.add(Thread.startVirtualThread(() -> write(channel, flood)));
      }
      for (var writer : writers) {
        writer.join();
      }
      long start = System.nanoTime();
      agent.status();
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 2000, "the status took " + millis + " ms");
      for (var channel : channels) {
        channel.close();
      }
    }
  }

  /** Writes as much as the agent accepts. */
  private static void write(SocketChannel channel, byte[] bytes) {
    try {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      // the agent has closed the connection
    }
  }

  @Test
  void everyHostileQuestionIsAnsweredWithWhatIsWrong() throws Exception {
    var fault = "{\"do\":\"fault\",\"device\":\"ring\",\"fault\":\"slow\",\"millis\":";
    var questions =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"do\":5}",
            "{\"do\":\"status\",\"do\":\"mute\"}",
            "{\"do\":\"nonsense\"}",
            "{\"do\":\"" + "n".repeat(60_000) + "\"}",
            "{\"do\":\"\\ud800\"}",
            "[".repeat(60_000),
            "{\"do\":".repeat(10_000),
            "{\"do\":\"button\",\"name\":\"\\u0000\",\"pressed\":true}",
            "{\"do\":\"send\",\"message\":\"*\"}",
            "{\"do\":\"send\",\"message\":\"\"}",
            fault + "2147483648}",
            fault + "1e400}",
            fault + "1e-400}",
            fault + "1e999999999}",
            fault + "9".repeat(50_000) + "}",
            fault + "-9223372036854775809}",
            "{\"do\":\"mute\",\"on\":1}",
            "{\"do\":\"status\"} and more");
    try (var agent = AgentProcess.start(folder, "")) {
      for (var question : questions) {
        var answer = ask(agent, (question + "\n").getBytes(StandardCharsets.UTF_8));
        assertFalse(answer.truth("ok"), question);
        assertFalse(answer.text("error").isBlank(), question);
      }
      var bad = ask(agent, new byte[] {'"', (byte) 0xC3, '(', '"', '\n'});
      assertTrue(bad.text("error").contains("UTF-8"), bad.text("error"));
      assertTrue(ask(agent, "{\"do\":\"status\"}\n".getBytes(StandardCharsets.UTF_8)).truth("ok"));
    }
  }

  @Test
  void aMessageLongerThanTheLinksLongestFrameIsRefused() throws Exception {
    try (var agent = AgentProcess.start(folder, "")) {
      for (int bytes : new int[] {FRAME_BYTES, FRAME_BYTES + 1, 300_000, 5_000_000}) {
        var sent = agent.run("send", message(bytes).toString());
        assertEquals(1, sent.exit(), bytes + " bytes");
        assertEquals(1, sent.err().size(), sent.err().toString());
        assertTrue(sent.err().getFirst().contains("link.longest_frame"), sent.err().toString());
      }
      assertEquals(0, agent.run("send", message(FRAME_BYTES - 1).toString()).exit());
      assertEquals("sleepy", text(agent.status(), "emotion"));
      assertEquals("0", text(agent.status(), "counters.messagesRejected"));
    }
  }

  /** An emotion message, padded with spaces to this length. */
  private Path message(int bytes) throws IOException {
    var json = "{\"type\":1014,\"data\":{\"emotion\":\"sleepy\"}";
    var spaces = " ".repeat(bytes - json.length() - 1);
    return Files.writeString(folder.resolve("message.json"), json + spaces + "}");
  }

  private static Fields ask(AgentProcess agent, byte[] question) throws Exception {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(agent.controlSocket()))) {
      write(channel, question);
      var answer = new ByteArrayOutputStream();
      Channels.newInputStream(channel).transferTo(answer);
      return Fields.of(JsonReader.object(answer.toString(StandardCharsets.UTF_8).strip()));
    }
  }
}
