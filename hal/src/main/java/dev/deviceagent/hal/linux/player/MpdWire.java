package dev.deviceagent.hal.linux.player;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends and receives lines over a socket, with every wait bounded. Java offers no timeout for a
 * Unix socket, so the channel is non-blocking and a selector waits. One thread at a time. After any
 * {@link IOException}, only {@link #close()} may be called.
 */
final class MpdWire implements AutoCloseable {
  /** A tag may be a whole text, such as the lyrics of a song. */
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int MAX_SHOWN = 200;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer arrived = ByteBuffer.allocate(8 * 1024).flip();
  private long deadlineNanos;

  private MpdWire(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  /**
   * Connects within the given time, which does not include resolving the host.
   *
   * @throws SocketTimeoutException if the time was not enough
   */
  static MpdWire connect(MpdAddress address, Duration patience) throws IOException {
    var remote = address.resolve();
    var channel = address.channel();
    try {
      channel.configureBlocking(false);
      var wire = new MpdWire(channel, Selector.open());
      try {
        wire.allow(patience);
        var key = channel.register(wire.selector, 0);
        if (!channel.connect(remote)) {
          do {
            wire.await(key, SelectionKey.OP_CONNECT);
          } while (!channel.finishConnect());
        }
        return wire;
      } catch (IOException e) {
        wire.selector.close();
        throw e;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Sets one deadline for all operations that follow. */
  void allow(Duration patience) {
    deadlineNanos = System.nanoTime() + patience.toNanos();
  }

  /**
   * @throws SocketTimeoutException if the peer does not accept the text in time
   */
  void write(String text) throws IOException {
    var bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(channel.keyFor(selector), SelectionKey.OP_WRITE);
      }
    }
  }

  /**
   * Returns the next line, without its end. Bytes that are not UTF-8 become U+FFFD.
   *
   * @throws SocketTimeoutException if it does not arrive in time
   * @throws EOFException if the connection ends before the line does
   * @throws ProtocolException if it is too long or contains a zero. mpd never sends a zero, and a
   *     command that repeats a part of the line could not contain it
   */
  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      while (arrived.hasRemaining()) {
        byte next = arrived.get();
        if (next == '\n') {
          return line.toString(StandardCharsets.UTF_8);
        }
        if (next == 0) {
          throw new ProtocolException("it sent a zero byte");
        }
        if (line.size() == MAX_LINE_BYTES) {
          throw new ProtocolException("it sent a line of more than " + MAX_LINE_BYTES + " bytes");
        }
        line.write(next);
      }
      arrived.clear();
      int count = channel.read(arrived);
      arrived.flip();
      if (count < 0) {
        throw new EOFException("it closed the connection");
      }
      if (count == 0) {
        await(channel.keyFor(selector), SelectionKey.OP_READ);
      }
    }
  }

  private void await(SelectionKey key, int operation) throws IOException {
    key.interestOps(operation);
    long leftMillis = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
    if (leftMillis <= 0) {
      throw new SocketTimeoutException("it did not answer in time");
    }
    selector.select(leftMillis);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("waiting for it was interrupted");
    }
  }

  /** Makes text from an untrusted peer fit into one line of a message. */
  static String printable(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_SHOWN)
        .map(c -> Character.isISOControl(c) ? '·' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  @Override
  public void close() throws IOException {
    try (channel;
        selector) {}
  }
}
