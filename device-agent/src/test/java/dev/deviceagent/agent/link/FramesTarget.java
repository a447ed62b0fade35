package dev.deviceagent.agent.link;

import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Framing: a stream that arrives in pieces gives the same frames and the same end as one that
 * arrives whole. An input is the limit (an index), the number of pieces, the length of each piece,
 * and the stream.
 */
public final class FramesTarget implements Target {
  private static final int[] LIMITS = {16, 64, 1024, 65536};
  private static final int CUTS_MOST = 16;

  @Override
  public void run(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int longest = LIMITS[input[0] & LIMITS.length - 1];
    int cuts = Math.min(input[1] & CUTS_MOST - 1, input.length - 2);
    var pieces = Arrays.copyOfRange(input, 2, 2 + cuts);
    var stream = Arrays.copyOfRange(input, 2 + cuts, input.length);
    var whole = read(stream, new byte[0], longest);
    var cut = read(stream, pieces, longest);
    if (!whole.equals(cut)) {
      throw new AssertionError("whole: %s, in pieces: %s".formatted(whole, cut));
    }
  }

  /** Reads as {@link BridgeConnection} does, from a socket that returns one piece at a time. */
  private static List<String> read(byte[] stream, byte[] pieces, int longest) {
    var seen = new ArrayList<String>();
    var buffer = ByteBuffer.allocate(BridgeFrame.HEADER_BYTES + longest);
    try {
      int at = 0;
      for (int i = 0; at < stream.length; i++) {
        int piece =
            pieces.length == 0 ? stream.length : Math.max(1, pieces[i % pieces.length] & 0xFF);
        int length = Math.min(Math.min(piece, stream.length - at), buffer.remaining());
        if (length == 0) {
          throw new AssertionError(
              "the buffer is full but contains no frame: reading would never end");
        }
        buffer.put(stream, at, length);
        at += length;
        buffer.flip();
        for (var frame = BridgeFrame.take(buffer, longest);
            frame != null;
            frame = BridgeFrame.take(buffer, longest)) {
          if (frame.body().length + 1 > longest) {
            throw new AssertionError("a frame of " + frame.body().length + " bytes");
          }
          seen.add(frame.kind() + " " + HexFormat.of().formatHex(frame.body()));
        }
        buffer.compact();
      }
      seen.add(buffer.position() + " bytes are left");
    } catch (CodecException e) {
      seen.add(e.kind() + " " + e.getMessage());
    }
    return seen;
  }

  @Override
  public List<byte[]> seeds() {
    var frames =
        HexFormat.of()
            .parseHex("0000000301686900000001020000000202780000000501000000000000000104ffffffff");
    var seeds = new ArrayList<byte[]>();
    for (int cuts = 0; cuts < 4; cuts++) {
      var seed = ByteBuffer.allocate(2 + cuts + frames.length);
      seed.put((byte) cuts).put((byte) cuts).put(new byte[] {1, 5, 3}, 0, cuts).put(frames);
      seeds.add(seed.array());
    }
    return seeds;
  }
}
