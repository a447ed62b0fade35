package dev.deviceagent.agent.link;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Limits;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.tinylog.Logger;

/**
 * The server of the control socket, through which commands reach the running agent. A connection is
 * one question and one answer, each a line of JSON: {@code {"do": "status"}} and {@code {"ok":
 * true, "result": …}} or {@code {"ok": false, "error": "…"}}.
 *
 * <p>The number of connections, their duration and the length of a question are limited, because a
 * user of the socket's group may be compromised or make mistakes.
 */
public final class ControlServer implements AutoCloseable {
  /** Simultaneous connections; fewer if long questions would take too much memory. */
  private static final int MOST_CONNECTIONS = 16;

  private static final int FEWEST_CONNECTIONS = 4;

  /** For all simultaneous questions together. */
  private static final int QUESTIONS_BYTES = 2 * 1024 * 1024;

  /** For reading a whole question, and for the client to read the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The part of a question that is not the message: names and punctuation. */
  private static final int ROOM_BYTES = 1024;

  /** Base64 has 4 characters for 3 bytes. No JSON text is longer than a message may be. */
  private static final int LONGEST_MESSAGE_BYTES =
      (Limits.MESSAGE_BYTES_CEILING - ROOM_BYTES) / 4 * 3;

  private final Handler handler;
  private final Threads threads;
  private final int longestMessageBytes;
  private final int longestQuestionBytes;
  private final Peers peers;
  private final UnixSocket socket;

  /** Answers a question. Each question has a separate thread, so this may block. */
  public interface Handler {
    Json answer(Fields question) throws CodecException, Refusal;
  }

  /**
   * Listens; accepts no connection before {@link #start}.
   *
   * @param longestFrameBytes of the link: no message in a question may be longer
   */
  public ControlServer(Path path, int longestFrameBytes, Handler handler, Threads threads)
      throws IOException {
    this(path, longestFrameBytes, handler, PATIENCE, threads);
  }

  ControlServer(
      Path path, int longestFrameBytes, Handler handler, Duration patience, Threads threads)
      throws IOException {
    this.handler = handler;
    this.threads = threads;
    longestMessageBytes = Math.min(longestFrameBytes - 1, LONGEST_MESSAGE_BYTES); // and its kind
    longestQuestionBytes = (longestMessageBytes + 2) / 3 * 4 + ROOM_BYTES;
    int connections =
        Math.clamp(QUESTIONS_BYTES / longestQuestionBytes, FEWEST_CONNECTIONS, MOST_CONNECTIONS);
    peers = new Peers(connections, patience, threads);
    socket = UnixSocket.listen(path);
  }

  public void start() {
    threads.virtual("control-accept", () -> socket.takeAll(this::take));
  }

  private void take(SocketChannel channel) throws InterruptedException {
    peers.enter(channel);
    threads.virtual("control", () -> serve(channel));
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      var answer = Line.encode(answer(channel));
      peers.await(
          channel,
          () -> {
            Line.write(channel, answer);
            return answer;
          });
    } catch (IOException e) {
      Logger.debug("a command ended without an answer: {}", e.toString());
    } finally {
      peers.leave();
    }
  }

  private Json answer(SocketChannel channel) throws IOException {
    try {
      var line = peers.await(channel, () -> Line.read(channel, longestQuestionBytes));
      var question = JsonReader.object(JsonReader.utf8(line, 0, line.length));
      var result = handler.answer(Fields.of(question));
      return Json.object().with("ok", true).with("result", result);
    } catch (CodecException | Refusal e) {
      return failure(String.valueOf(e.getMessage()));
    } catch (Line.TooLong e) {
      return failure(
          "the request is %s; the limit of a message is %d bytes (link.longest_frame, at most %d)"
              .formatted(e.getMessage(), longestMessageBytes, LONGEST_MESSAGE_BYTES));
    }
  }

  private static Json failure(String error) {
    return Json.object().with("ok", false).with("error", error);
  }

  @Override
  public void close() {
    socket.close();
  }
}
