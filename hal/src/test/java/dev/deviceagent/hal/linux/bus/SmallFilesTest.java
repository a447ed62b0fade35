package dev.deviceagent.hal.linux.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {
  @TempDir Path folder;

  @Test
  void aLineIsTheTextWithoutItsEnds() throws IOException {
    assertEquals("76", SmallFiles.line(file(" 76 \n".getBytes(UTF_8))));
    assertEquals("", SmallFiles.line(file(new byte[0])));
  }

  @Test
  void bytesThatAreNoTextAreReplaced() throws IOException {
    assertEquals("\uFFFD7", SmallFiles.line(file(new byte[] {(byte) 0xff, '7'})));
  }

  /** Three gigabytes exceed the maximum size of a Java array. */
  @Test
  void ofAFileThatIsTooLongOnlyTheBeginningIsRead() throws IOException {
    var file = file("76\n".getBytes(UTF_8));
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(3L << 30);
    }
    assertEquals(SmallFiles.BYTES, SmallFiles.text(file).length());
  }

  @Test
  void childrenAreSorted() throws IOException {
    for (var name : List.of("hwmon10", "hwmon1", "other")) {
      Files.createDirectory(folder.resolve(name));
    }
    assertEquals(
        List.of(folder.resolve("hwmon1"), folder.resolve("hwmon10")),
        SmallFiles.children(folder, "hwmon*"));
    assertThrows(IOException.class, () -> SmallFiles.children(folder.resolve("missing"), "*"));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }
}
