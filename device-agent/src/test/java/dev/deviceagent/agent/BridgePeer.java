package dev.deviceagent.agent;

import dev.deviceagent.agent.link.BridgeClient;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Json;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bridge whose frames are texts. It can also send bytes that are not a frame. */
final class BridgePeer implements AutoCloseable {
  private final SocketChannel channel;
  private final BridgeClient client;
  private int asked;

  private BridgePeer(SocketChannel channel) {
    this.channel = channel;
    this.client = new BridgeClient(channel);
  }

  static BridgePeer connect(Path socket) throws IOException {
    return new BridgePeer(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  void raw(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  void frame(int kind, byte[] body) throws IOException {
    client.send(new BridgeFrame((byte) kind, body));
  }

  void message(String text) throws IOException {
    client.message(text.getBytes(StandardCharsets.UTF_8));
  }

  void control(String text) throws IOException {
    frame(BridgeFrame.CONTROL, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a NERTC tool message with these calls. */
  void tools(Json... calls) throws IOException {
    var data = Json.object().with("timestamp", 1).with("toolCalls", List.of(calls));
    message(Json.object().with("uid", 1).with("type", "tool").with("data", data).toString());
  }

  static Json call(String name, String arguments) {
    var function = Json.object().with("name", name).with("arguments", arguments);
    return Json.object().with("type", "function").with("function", function);
  }

  /** Waits for the next frame; returns its body as text. */
  String next() throws IOException {
    return new String(client.receive().body(), StandardCharsets.UTF_8);
  }

  /** Every frame up to and including one that contains these words. */
  List<String> await(String words) throws IOException {
    var frames = new ArrayList<String>();
    do {
      frames.add(next());
    } while (!frames.getLast().contains(words));
    return frames;
  }

  /**
   * Waits until the agent has acted on everything that was sent. It asks for the volume by MCP; the
   * answer arrives after every earlier message and every earlier volume call.
   */
  List<String> settle() throws IOException {
    var id = "settle-" + asked++;
    message(
        "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"QueryDevice\",\"arguments\":{\"type\":\"volume\"}}}"
            .formatted(id));
    var frames = await(id);
    frames.removeLast();
    return frames;
  }

  /** Waits for the end of the connection or for a frame; whether the agent has ended it. */
  boolean isRefused() throws IOException {
    try {
      client.receive();
      return false;
    } catch (EOFException e) {
      return true;
    }
  }

  /** Shuts the output down. */
  void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
