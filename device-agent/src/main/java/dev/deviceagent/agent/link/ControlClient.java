package dev.deviceagent.agent.link;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends one question to the running agent. */
public final class ControlClient {
  private ControlClient() {}

  /** No process listens on the socket, so no agent runs. */
  public static final class NoAgent extends IOException {
    private static final long serialVersionUID = 1L;

    private NoAgent(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Sends the question, and waits for the answer.
   *
   * @return the answer's result
   * @throws Refusal if the agent refuses
   * @throws NoAgent if no agent runs
   * @throws IOException if this user has no access to the agent, or the agent ended without an
   *     answer
   */
  public static Json ask(Path socket, Json.Obj question) throws IOException, Refusal {
    var asked = Line.encode(question); // before connecting: the agent waits briefly
    try (var channel = connect(socket)) {
      Line.write(channel, asked);
      var line = Line.read(channel, Limits.MESSAGE_BYTES_CEILING);
      var answer = Fields.of(JsonReader.object(JsonReader.utf8(line, 0, line.length)));
      if (!answer.truth("ok")) {
        throw new Refusal(answer.text("error"));
      }
      return Json.of(answer.object().get("result"));
    } catch (CodecException e) {
      throw new IOException("the agent ended without an answer", e);
    }
  }

  private static SocketChannel connect(Path socket) throws IOException {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (ConnectException e) {
      throw new NoAgent(e);
    } catch (IOException e) {
      throw Files.notExists(socket) ? new NoAgent(e) : e;
    }
  }
}
