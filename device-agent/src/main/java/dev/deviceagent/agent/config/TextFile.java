package dev.deviceagent.agent.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the owner's files: a configuration, a board, a theme, sentences. */
final class TextFile {
  /** Our longest file has 10 KB. */
  private static final int MOST_BYTES = 1024 * 1024;

  private TextFile() {}

  /**
   * Reads a whole file.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   * @throws IOException if it cannot be read or is too long, e.g. an endless device
   */
  static String read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("is longer than 1 MiB, the limit for such a file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
