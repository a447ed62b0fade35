package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ThemeReader;
import dev.deviceagent.agent.lights.effects.Checkers;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new effect is one file and one line in the table; no other code changes. */
class NewEffectTest {
  private static final Effects GROWN =
      new Effects(Stream.concat(Effects.TABLE.all().stream(), Stream.of(Checkers.KIND)).toList());

  @TempDir Path folder;

  @BeforeEach
  void writeTheme() throws Exception {
    Files.writeString(folder.resolve("mine.yaml"), "talking: {effect: checkers, colour: red}");
  }

  /** A talk above a blue lamp. */
  private static ViewState talk() {
    var lamp = Colour.of(0x0000FF);
    return ViewState.in(State.LISTENING).talking(true).lamp(lamp).build();
  }

  @Test
  void aThemeFileUsesItOnTheStrip() throws Exception {
    var theme = ThemeReader.read("mine.yaml", folder, GROWN);
    var strip = new SimBoard(_ -> {}).strip().orElseThrow();
    var noon = LocalDateTime.of(2026, 1, 1, 12, 0);
    var painter = new Painter(strip, theme, QuietHours.none(100), () -> noon);
    long nanos = System.nanoTime();
    painter.paint(talk(), nanos);
    painter.paint(talk(), nanos + Duration.ofSeconds(10).toNanos());
    var leds = Objects.requireNonNull(painter.leds());
    assertEquals(12, leds.size());
    for (int pixel = 0; pixel < 12; pixel++) {
      assertEquals(pixel % 2 == 0, leds.get(pixel).equals("#ff0000"), leds.toString());
    }
  }

  @Test
  void withoutItsLineItIsUnknown() {
    var thrown = assertThrows(ConfigException.class, () -> ThemeReader.read("mine.yaml", folder));
    assertTrue(thrown.lines().getFirst().contains("'checkers' is not allowed"), thrown.toString());
  }

  @Test
  void theProgramsEffectsKeepTheirPlace() {
    assertEquals(Effects.TABLE.names(), GROWN.names().subList(0, GROWN.names().size() - 1));
    assertEquals("checkers", GROWN.names().getLast());
  }
}
