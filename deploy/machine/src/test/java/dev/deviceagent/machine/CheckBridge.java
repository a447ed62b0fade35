package dev.deviceagent.machine;

import dev.deviceagent.agent.link.BridgeClient;
import dev.deviceagent.codec.BridgeFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bridge that joins, calls tools and reads what a press causes. A read blocks until a frame
 * arrives; an interrupt of the thread closes the connection.
 */
public final class CheckBridge implements AutoCloseable {
  private final BridgeClient client;
  private int calls;

  public CheckBridge(Path socket) throws IOException {
    client = BridgeClient.connect(socket);
  }

  /**
   * Enters the room.
   *
   * @return the words that arrive first: the state of the microphone, and a 1108 that was still due
   */
  public List<String> join() throws IOException {
    send(BridgeFrame.CONTROL, "{\"link\":\"joined\"}");
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
        BridgeFrame.MESSAGE,
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
    return new String(client.receive().body(), StandardCharsets.UTF_8);
  }

  private void send(byte kind, String text) throws IOException {
    client.send(new BridgeFrame(kind, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
