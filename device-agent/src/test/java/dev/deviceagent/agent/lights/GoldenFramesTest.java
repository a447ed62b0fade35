package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.Sources;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compares frames of every effect, on a ring, on three pixels and on one, with reviewed frames. To
 * update them, run {@code mvn test -pl device-agent -am -Dtest=GoldenFramesTest -Dframes.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} and review the change with {@code git diff}; {@code
 * device-agent render} draws the frames.
 */
class GoldenFramesTest {
  private static final Path FOLDER = Sources.ROOT.resolve("device-agent/src/test/resources/frames");
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final int FRAMES = 8;

  @Test
  void everyEffectIsAsItWas() throws IOException {
    var changed = new ArrayList<String>();
    for (var name : Effects.TABLE.names()) {
      var text = film(name);
      var file = FOLDER.resolve(name + ".txt");
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        changed.add(name);
        if (Boolean.getBoolean("frames.write")) {
          Files.createDirectories(FOLDER);
          Files.writeString(file, text);
        }
      }
    }
    assertEquals(List.of(), changed);
  }

  @Test
  void noFilmIsLeftOver() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var left = files.map(file -> file.getFileName().toString().replace(".txt", "")).toList();
      assertEquals(Effects.TABLE.names().size(), left.size(), left.toString());
    }
  }

  /** One line per frame: 0xAARRGGBB of each pixel; the frames of one cycle are evenly spaced. */
  private static String film(String name) {
    var effect = Effects.of(new Style(name, List.of(0xFF8040, 0x2040C0), TURN, 40));
    var text = new StringBuilder();
    for (int pixels : new int[] {12, 3, 1}) {
      for (int frame = 0; frame < FRAMES; frame++) {
        long nanos = TURN.toNanos() * frame / FRAMES;
        double voice = (double) frame / FRAMES;
        for (int pixel = 0; pixel < pixels; pixel++) {
          text.append("%08x ".formatted(effect.paint(pixel, pixels, nanos, voice)));
        }
        text.setLength(text.length() - 1);
        text.append('\n');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
