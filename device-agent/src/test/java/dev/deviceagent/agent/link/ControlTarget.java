package dev.deviceagent.agent.link;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Stretch;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The control socket of a whole agent on the simulated board. The agent answers every line with one
 * line of JSON within a few seconds, and keeps running. An input is what a client writes.
 */
public final class ControlTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int ANSWER_BYTES = 1 << 20;

  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final Path socket;

  public ControlTarget() throws Exception {
    var folder = Files.createTempDirectory("fuzz");
    socket = folder.resolve("control.sock");
    var yaml =
        "control: {socket: %s}\nlink: {socket: %s}\nstate: {directory: %s}\n"
            .formatted(socket, folder.resolve("bridge.sock"), folder.resolve("state"));
    var config = new ConfigReader(Tools.NAMES, Boards.NAMES).parse(yaml, "agent.yaml", folder);
    new Agent(config, new SimBoard(), TrafficListener.NOBODY, Service.NONE, new Threads(bugs::add))
        .start();
  }

  @Override
  public void run(byte[] input) throws Exception {
    var written = Stretch.of(input);
    if (isSlow(written)) {
      return;
    }
    long start = System.nanoTime();
    var answer = ask(written);
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new AssertionError("no answer within " + PATIENCE);
    }
    if (!bugs.isEmpty()) {
      throw new AssertionError("a thread of the agent has died", bugs.poll());
    }
    var fields = Fields.of(JsonReader.object(answer));
    if (!answer.endsWith("\n") || answer.lines().count() != 1) {
      throw new AssertionError("not one line: " + answer);
    }
    if (!fields.truth("ok")) {
      fields.text("error");
    } else if (!fields.object().has("result")) {
      throw new AssertionError("no result: " + answer);
    }
  }

  /** A simulated device may be slow because the input makes it slow. */
  private static boolean isSlow(byte[] written) {
    try {
      var line = new String(written, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      var fault = Fields.of(JsonReader.object(line)).optionalInteger("millis");
      return fault != null;
    } catch (CodecException e) {
      return false;
    }
  }

  private String ask(byte[] written) throws IOException {
    var answer = new ByteArrayOutputStream();
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      write(channel, written);
      var buffer = ByteBuffer.allocate(8192);
      while (channel.read(buffer.clear()) >= 0 && answer.size() < ANSWER_BYTES) {
        answer.write(buffer.array(), 0, buffer.position());
      }
    } catch (SocketException e) {
      // Reset: the server finished before reading everything. Its answer comes first.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** A server that has finished no longer reads; its answer has arrived. */
  private static void write(SocketChannel channel, byte[] written) {
    var buffer = ByteBuffer.wrap(written);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.shutdownOutput();
    } catch (IOException e) {
      // Broken pipe.
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "{\"do\":\"status\"}",
                "{\"do\":\"doctor\"}",
                "{\"do\":\"button\",\"name\":\"talk\",\"pressed\":true}",
                "{\"do\":\"button\",\"name\":\"talk\",\"pressed\":false}",
                "{\"do\":\"button\",\"name\":\"talk"
                    + Stretch.MARK
                    + "k"
                    + Stretch.MARK
                    + "\",\"pressed\":true}",
                "{\"do\":\"mute\",\"on\":true}",
                "{\"do\":\"mute\",\"on\":false}",
                "{\"do\":\"link\",\"joined\":false}",
                "{\"do\":\"link\",\"joined\":true}",
                "{\"do\":\"fault\",\"device\":\"volume\",\"fault\":\"fail\"}",
                "{\"do\":\"fault\",\"device\":\"volume\",\"fault\":\"ok\"}",
                "{\"do\":\"fault\",\"device\":\"strip\",\"fault\":\"absent\"}",
                "{\"do\":\"fault\",\"device\":\"strip\",\"fault\":\"ok\"}",
                "{\"do\":\"send\",\"message\":\"" + Stretch.MARK + "AAAA" + Stretch.MARK + "\"}",
                "{\"do\":" + Stretch.MARK + "[" + Stretch.MARK,
                ""));
    for (var message : Seeds.messages()) {
      lines.add(
          "{\"do\":\"send\",\"message\":\"" + Base64.getEncoder().encodeToString(message) + "\"}");
    }
    return lines.stream().map(line -> Seeds.utf8(line + "\n")).toList();
  }
}
