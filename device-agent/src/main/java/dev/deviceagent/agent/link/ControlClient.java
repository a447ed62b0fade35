package dev.deviceagent.agent.link;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the running agent one thing. */
public final class ControlClient {
  private ControlClient() {}

  /**
   * @return the answer's result
   * @throws ControlServer.Refusal if the agent says no
   * @throws IOException if there is no agent, or it went away
   */
  public static Json ask(Path socket, Json.Obj question) throws IOException, ControlServer.Refusal {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var line = ByteBuffer.wrap((question + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      var answer =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      var fields = Fields.of(JsonReader.object(answer.strip()));
      if (!fields.truth("ok")) {
        throw new ControlServer.Refusal(fields.text("error"));
      }
      return Json.of(fields.object().get("result"));
    } catch (CodecException e) {
      throw new IOException("the agent ended without an answer", e);
    }
  }
}
