package dev.deviceagent.agent.link;

import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The bridge's end of the agent's socket: sends and receives frames, whatever they contain. Any
 * thread may send or close; one thread at a time may receive. {@link #send} blocks while the agent
 * does not read, and {@link #receive} blocks until a frame is complete. {@link #close} ends a call
 * that blocks, with an {@code IOException}. After a failure the connection is of no more use.
 */
public final class BridgeClient implements AutoCloseable {
  private static final int LONGEST_FRAME_BYTES = 1 + Limits.MESSAGE_BYTES_CEILING;

  private final SocketChannel channel;
  private final Object sending = new Object(); // keeps the bytes of one frame together

  /**
   * @param channel connected to the agent, and blocking; owned from now on
   */
  public BridgeClient(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to the agent.
   *
   * @throws IOException if no agent listens there, or this user has no access
   */
  public static BridgeClient connect(Path socket) throws IOException {
    return new BridgeClient(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  /** Sends a frame. */
  public void send(BridgeFrame frame) throws IOException {
    var bytes = frame.encode();
    synchronized (sending) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Sends a vendor's message. */
  public void message(byte[] body) throws IOException {
    send(new BridgeFrame(BridgeFrame.MESSAGE, body));
  }

  /** Sends a message of the bridge itself. */
  public void control(Json.Obj body) throws IOException {
    send(new BridgeFrame(BridgeFrame.CONTROL, JsonWriter.utf8(body)));
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException if the agent has ended the connection
   * @throws IOException also if the agent sends a malformed frame
   */
  public BridgeFrame receive() throws IOException {
    try {
      var header = ByteBuffer.allocate(BridgeFrame.HEADER_BYTES);
      fill(header);
      BridgeFrame.take(header, LONGEST_FRAME_BYTES); // checks the length
      var frame = ByteBuffer.allocate(BridgeFrame.HEADER_BYTES + header.getInt(0)).put(header);
      fill(frame);
      return Objects.requireNonNull(BridgeFrame.take(frame, LONGEST_FRAME_BYTES));
    } catch (CodecException e) {
      throw new IOException("the agent sent a malformed frame: " + e.getMessage(), e);
    }
  }

  /** Reads to the end of the buffer, and makes it ready to be read. */
  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the agent has ended the connection");
      }
    }
    buffer.flip();
  }

  /** Whether this end is open. The agent may have ended the connection already. */
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
