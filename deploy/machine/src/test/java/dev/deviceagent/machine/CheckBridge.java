package dev.deviceagent.machine;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bridge's end of the agent's socket. It knows only what any bridge knows (PROTOCOL.md). A read
 * blocks until a frame arrives; an interrupt of the thread closes the connection.
 */
public final class CheckBridge implements AutoCloseable {
  private static final int MESSAGE = 1;
  private static final int CONTROL = 2;

  private final SocketChannel channel;
  private final DataInputStream in;
  private int calls;

  public CheckBridge(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    in = new DataInputStream(Channels.newInputStream(channel));
  }

  /**
   * Enters the room.
   *
   * @return the words that arrive first: the state of the microphone, and a 1108 that was still due
   */
  public List<String> join() throws IOException {
    send(CONTROL, "{\"link\":\"joined\"}");
    var heard = new ArrayList<String>();
    for (var frame = next(); !frame.contains("1105"); frame = next()) {
      heard.add(word(frame));
    }
    return heard;
  }

  /** Calls a tool, and waits for its result. */
  public String call(String tool, String arguments) throws IOException {
    var id = "call-" + ++calls + "-";
    send(
        MESSAGE,
        "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(id, tool, arguments));
    return until(id).replace("\\", ""); // JSON in JSON in JSON
  }

  /** Reads the words of a press, up to the one that ends it. */
  public List<String> press() throws IOException {
    var words = new ArrayList<String>();
    while (words.isEmpty() || !words.getLast().matches("1107|1108")) {
      words.add(word(next()));
    }
    return words;
  }

  /** Reads up to the first frame that contains this text. */
  public String until(String text) throws IOException {
    var frame = next();
    while (!frame.contains(text)) {
      frame = next();
    }
    return frame;
  }

  /** The subject of a frame about the button, in one word. */
  public static String word(String frame) {
    for (var word : List.of("1106", "1107", "1108", "open", "muted")) {
      if (frame.contains(word)) {
        return word;
      }
    }
    return frame;
  }

  /** A value of flat JSON, without its quotes; "none" if it is absent. */
  public static String value(String json, String name) {
    int at = json.indexOf("\"" + name + "\":");
    return at < 0
        ? "none"
        : json.substring(at + name.length() + 3).split("[,}]", 2)[0].replace("\"", "");
  }

  private String next() throws IOException {
    int length = in.readInt();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private void send(int kind, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    channel.write(
        ByteBuffer.allocate(5 + body.length)
            .putInt(1 + body.length)
            .put((byte) kind)
            .put(body)
            .flip());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
