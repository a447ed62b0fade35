package dev.deviceagent.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares every face, pixel by pixel, with a reviewed picture. To update the pictures, run {@code
 * mvn test -pl device-agent -am -Dtest=GoldenFaceTest -Dfaces.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} and review the change with {@code git diff}.
 */
class GoldenFaceTest {
  private static final Path FOLDER = Sources.ROOT.resolve("device-agent/src/test/resources/faces");

  @Test
  void everyFaceIsAsItWas() throws IOException {
    var changed = new ArrayList<String>();
    for (var face : Golden.all().entrySet()) {
      var text = Golden.text(new Face(face.getValue(), false).picture(128, 64, 0));
      var file = FOLDER.resolve(face.getKey() + ".txt");
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        changed.add(face.getKey());
        if (Boolean.getBoolean("faces.write")) {
          Files.createDirectories(FOLDER);
          Files.writeString(file, text);
        }
      }
    }
    assertEquals(List.of(), changed);
  }

  @Test
  void noPictureIsLeftOver() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var names =
          files
              .map(file -> file.getFileName().toString().replace(".txt", ""))
              .collect(Collectors.toSet());
      assertTrue(Golden.all().keySet().containsAll(names), names.toString());
    }
  }
}
