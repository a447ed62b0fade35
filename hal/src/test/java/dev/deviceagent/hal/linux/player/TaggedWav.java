package dev.deviceagent.hal.linux.player;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A minute of silence with a title: RIFF WAVE, 8 bits, mono, 8 kHz, tags in a LIST INFO chunk. */
final class TaggedWav {
  private static final int RATE_HZ = 8000;
  private static final int SECONDS = 60;

  private TaggedWav() {}

  static void write(Path file, @Nullable String title, @Nullable String artist) throws IOException {
    var silence = new byte[RATE_HZ * SECONDS];
    Arrays.fill(silence, (byte) 0x80);
    var format = new byte[16];
    little(format)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE_HZ)
        .putInt(RATE_HZ)
        .putShort((short) 1)
        .putShort((short) 8);
    var info = joined(ascii("INFO"), text("INAM", title), text("IART", artist));
    var body =
        joined(ascii("WAVE"), chunk("fmt ", format), chunk("LIST", info), chunk("data", silence));
    Files.createDirectories(file.getParent());
    Files.write(file, chunk("RIFF", body));
  }

  private static byte[] text(String id, @Nullable String value) {
    return value == null ? new byte[0] : chunk(id, (value + '\0').getBytes(StandardCharsets.UTF_8));
  }

  /** Chunks begin at even offsets. */
  private static byte[] chunk(String id, byte[] body) {
    var chunk = new byte[8 + body.length + body.length % 2];
    little(chunk).put(ascii(id)).putInt(body.length).put(body);
    return chunk;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
