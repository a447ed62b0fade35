package dev.deviceagent.agent.link;

import dev.deviceagent.codec.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** A line of the control socket: UTF-8 bytes up to a newline, or to the end of the stream. */
final class Line {
  /** A read of this size copies through an off-heap buffer of this size. */
  private static final int CHUNK_BYTES = 4096;

  private Line() {}

  /** A line exceeds its limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(int longestBytes) {
      super("longer than " + longestBytes + " bytes");
    }
  }

  /**
   * Reads a line; blocks until its end. Bytes beyond the limit are read and discarded, so that the
   * peer can finish its line and read the answer.
   *
   * @throws TooLong after the end of a line of more than {@code longestBytes}
   */
  static byte[] read(ReadableByteChannel channel, int longestBytes) throws IOException {
    var chunk = ByteBuffer.allocate(CHUNK_BYTES);
    var line = new ByteArrayOutputStream(CHUNK_BYTES);
    boolean isTooLong = false;
    boolean hasEnded = false;
    while (!hasEnded && channel.read(chunk.clear()) >= 0) {
      int length = 0;
      while (length < chunk.position() && chunk.get(length) != '\n') {
        length++;
      }
      hasEnded = length < chunk.position();
      isTooLong |= length > longestBytes - line.size();
      if (!isTooLong) {
        line.write(chunk.array(), 0, length);
      }
    }
    if (isTooLong) {
      throw new TooLong(longestBytes);
    }
    return line.toByteArray();
  }

  /** The bytes of a line, including its newline. */
  static ByteBuffer encode(Json json) {
    return StandardCharsets.UTF_8.encode(json + "\n");
  }

  /** Writes the result of {@link #encode}; blocks while the peer does not read. */
  static void write(WritableByteChannel channel, ByteBuffer line) throws IOException {
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }
}
