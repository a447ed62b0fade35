package dev.deviceagent.agent.link;

import dev.deviceagent.codec.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** A line of the control socket: bytes of UTF-8 up to a newline, or to the end of the stream. */
final class Line {
  /** A read of this size copies through a buffer of this size outside of the heap. */
  private static final int CHUNK_BYTES = 4096;

  private Line() {}

  /** A line that has more bytes than it may. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(int longestBytes) {
      super("longer than " + longestBytes + " bytes");
    }
  }

  /**
   * Reads a line; blocks until it has ended. The bytes beyond the limit are read too and not kept,
   * so that the peer comes to the end of its line and reads the answer.
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

  /** The bytes of a line, its newline included. */
  static ByteBuffer encode(Json json) {
    return StandardCharsets.UTF_8.encode(json + "\n");
  }

  /** Writes what {@link #encode} made; blocks while the peer does not read. */
  static void write(WritableByteChannel channel, ByteBuffer line) throws IOException {
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }
}
