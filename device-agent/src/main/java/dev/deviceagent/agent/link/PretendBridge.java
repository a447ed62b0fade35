package dev.deviceagent.agent.link;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.tinylog.Logger;

/**
 * A bridge without a cloud, for the simulated board: it joins, accepts every frame, and answers
 * nothing. It connects through the real socket, so the agent treats it like any other bridge.
 */
public final class PretendBridge implements AutoCloseable {
  private final SocketChannel channel;

  /**
   * Connects and joins.
   *
   * @throws IOException if the socket is gone
   */
  public PretendBridge(Path socket, Threads threads) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      tell(Json.object().with("link", "joined"));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    threads.virtual("pretend-bridge", this::read);
  }

  /** Whether the agent keeps the connection open. */
  public boolean isConnected() {
    return channel.isOpen();
  }

  /** Leaves the room with a reason, and disconnects. Then another bridge may connect. */
  public void leave(String reason) throws IOException {
    tell(Json.object().with("link", "left").with("reason", reason));
    channel.close();
  }

  private void tell(Json.Obj control) throws IOException {
    var bytes = new BridgeFrame(BridgeFrame.CONTROL, JsonWriter.utf8(control)).encode();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void read() {
    var bytes = ByteBuffer.allocate(4096);
    try (channel) {
      while (channel.read(bytes.clear()) >= 0) {
        // the data is ignored
      }
    } catch (IOException e) {
      Logger.debug("the pretend bridge ended: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
