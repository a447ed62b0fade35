package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A frame between the agent and a bridge: {@code length(u32, big-endian: the bytes that follow)
 * kind(u8) body}.
 *
 * @param body not copied: the frame owns the array
 */
@SuppressWarnings("ArrayRecordComponent") // frames are passed on, never compared
public record BridgeFrame(byte kind, byte[] body) {
  /** The body is a vendor's message, in the bytes that its SDK gives or takes. */
  public static final byte MESSAGE = 1;

  /** The body is JSON between agent and bridge. It is never sent to the cloud. */
  public static final byte CONTROL = 2;

  public static final int HEADER_BYTES = 4;

  public ByteBuffer encode() {
    return ByteBuffer.allocate(HEADER_BYTES + 1 + body.length)
        .putInt(1 + body.length)
        .put(kind)
        .put(body)
        .flip();
  }

  /**
   * Takes the next frame of a buffer that is ready to be read. Returns null if the frame is
   * incomplete; the buffer is then unchanged.
   *
   * @param longest maximum number of bytes after the length field
   * @throws CodecException {@code FRAMING} or {@code LIMIT}; the start of the next frame is then
   *     unknown, so the connection must be closed
   */
  public static @Nullable BridgeFrame take(ByteBuffer buffer, int longest) throws CodecException {
    if (buffer.remaining() < HEADER_BYTES) {
      return null;
    }
    int length = buffer.getInt(buffer.position());
    if (length == 0) {
      throw new CodecException(
          Kind.FRAMING, "$", "the frame is empty; it must hold at least its kind");
    }
    if (length < 0 || length > longest) {
      throw new CodecException(
          Kind.LIMIT,
          "$",
          "the frame has " + Integer.toUnsignedString(length) + " bytes; the limit is " + longest);
    }
    if (buffer.remaining() > HEADER_BYTES) {
      byte kind = buffer.get(buffer.position() + HEADER_BYTES);
      if (kind != MESSAGE && kind != CONTROL) {
        throw new CodecException(Kind.FRAMING, "$", "unknown kind of frame: " + kind);
      }
    }
    if (buffer.remaining() < HEADER_BYTES + length) {
      return null;
    }
    buffer.position(buffer.position() + HEADER_BYTES);
    byte kind = buffer.get();
    var body = new byte[length - 1];
    buffer.get(body);
    return new BridgeFrame(kind, body);
  }
}
