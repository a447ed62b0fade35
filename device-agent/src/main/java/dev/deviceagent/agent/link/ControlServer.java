package dev.deviceagent.agent.link;

import dev.deviceagent.agent.Threads;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tinylog.Logger;

/**
 * Where the commands reach the running agent. A connection is one question and one answer, each a
 * line of JSON: {@code {"do": "status"}} and {@code {"ok": true, "result": …}} or {@code {"ok":
 * false, "error": "…"}}.
 */
public final class ControlServer implements AutoCloseable {
  /** The longest message in Base64, and room to spare. */
  private static final int LINE_BYTES = 1024 * 1024;

  private final Path path;
  private final Handler handler;
  private final Threads threads;
  private final ServerSocketChannel server;

  /** Answers questions; on a thread of each question's own, so it may wait. */
  public interface Handler {
    Json answer(Fields question) throws CodecException, Refusal;
  }

  /** A question that gets no for an answer. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
      super(reason);
    }
  }

  /** Listens; nothing is taken before {@link #start}. */
  public ControlServer(Path path, Handler handler, Threads threads) throws IOException {
    this.path = path;
    this.handler = handler;
    this.threads = threads;
    this.server = UnixSocket.listen(path);
  }

  public void start() {
    threads.virtual("control-accept", this::accept);
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        var channel = server.accept();
        threads.virtual("control", () -> serve(channel));
      } catch (ClosedChannelException e) {
        return; // we are ending
      } catch (IOException e) {
        Logger.error("{}: cannot take a command: {}", path, e.getMessage());
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      var answer = answer(line(channel));
      var bytes = (answer + "\n").getBytes(StandardCharsets.UTF_8);
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      Logger.debug("a command went away: {}", e.getMessage());
    }
  }

  private static String line(SocketChannel channel) throws IOException {
    var in = new BufferedInputStream(Channels.newInputStream(channel));
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == LINE_BYTES) {
        throw new IOException("a question of more than " + LINE_BYTES + " bytes");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private Json answer(String question) {
    try {
      var result = handler.answer(Fields.of(JsonReader.object(question)));
      return Json.object().with("ok", true).with("result", result);
    } catch (CodecException | Refusal e) {
      return Json.object().with("ok", false).with("error", e.getMessage());
    }
  }

  @Override
  public void close() {
    UnixSocket.remove(server, path);
  }
}
