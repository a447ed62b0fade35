import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The bridge's end of the agent's socket. It knows only what any bridge knows (PROTOCOL.md). */
final class Bridge implements AutoCloseable {
  private static final int MESSAGE = 1;
  private static final int CONTROL = 2;

  private final SocketChannel channel;
  private final DataInputStream in;
  private int calls;

  Bridge(String socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    in = new DataInputStream(Channels.newInputStream(channel));
  }

  /**
   * Closes the connection after this time, so that no read waits indefinitely. Such a read fails.
   */
  void closeAfter(Duration time) {
    Thread.ofVirtual()
        .start(
            () -> {
              LockSupport.parkNanos(time.toNanos());
              try {
                close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /**
   * Enters the room.
   *
   * @return the words that arrive first: the state of the microphone, and a 1108 that was still due
   */
  List<String> join() throws IOException {
    frame(CONTROL, "{\"link\":\"joined\"}");
    var heard = new ArrayList<String>();
    for (var frame = next(); !frame.contains("1105"); frame = next()) {
      heard.add(word(frame));
    }
    return heard;
  }

  /** Calls a tool, and waits for its result. */
  String call(String tool, String arguments) throws IOException {
    var id = "call-" + ++calls + "-";
    frame(
        MESSAGE,
        "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(id, tool, arguments));
    return until(id).replace("\\", ""); // JSON in JSON in JSON
  }

  private void frame(int kind, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    channel.write(
        ByteBuffer.allocate(5 + body.length).putInt(1 + body.length).put((byte) kind).put(body).flip());
  }

  String next() throws IOException {
    int length = in.readInt();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Reads up to the first frame that contains this text. */
  String until(String words) throws IOException {
    var frame = next();
    while (!frame.contains(words)) {
      frame = next();
    }
    return frame;
  }

  /** The subject of a frame about the button, in one word. */
  static String word(String frame) {
    for (var word : List.of("1106", "1107", "1108", "open", "muted")) {
      if (frame.contains(word)) {
        return word;
      }
    }
    return frame;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
