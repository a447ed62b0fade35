package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.linux.BoardProfile.Button;
import dev.deviceagent.hal.linux.BoardProfile.KernelGauge;
import dev.deviceagent.hal.linux.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.BoardProfile.Line;
import dev.deviceagent.hal.linux.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.BoardProfile.Pull;
import dev.deviceagent.hal.linux.BoardProfile.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class BoardReaderTest {
  static final List<String> PROFILES = BoardReader.PROFILES;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("PROFILES")
  void everyProfileOfTheProgramIsGoodAndHasATalkButton(String name) throws Exception {
    var profile = BoardReader.read(name, folder);
    assertEquals(name, profile.name());
    assertTrue(profile.buttons().containsKey(Board.TALK));
    assertFalse(profile.gpioChips().isEmpty());
  }

  @Test
  void theGenericBoardIsWiredAsItsFileSays() throws Exception {
    var profile = BoardReader.read("generic-gpio", folder);
    assertEquals(new Button(17, true, Pull.UP), profile.buttons().get("talk"));
    assertEquals(new Lamp(List.of(new Line(27, false)), Start.LAST), profile.lights().get("light"));
    assertEquals(new Mixer("default", null), profile.volume());
    assertEquals(new KernelGauge(), profile.battery());
  }

  @Test
  void whatAFileLeavesOutTheBoardHasNot() throws Exception {
    var profile = BoardReader.parse("gpio: {chips: [x]}", "b.yaml", "b");
    assertNull(profile.volume());
    assertNull(profile.microphone());
    assertNull(profile.player());
    assertNull(profile.battery());
    assertTrue(profile.buttons().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "buttons: {talk: {pull: up}}            | 'buttons.talk.line' is missing",
        "buttons: {talk: {line: 5000}}          | must be from 0 to 1023",
        "buttons: {talk: {line: x}}             | must be a whole number",
        "buttons: {talk: {line: 1, pul: up}}    | did you mean 'pull'?",
        "lights: {lamp: {line: 1, active: hi}}  | is not possible here",
        "gpio: {chips: pinctrl}                 | must be a list",
        "volum: {card: x}                       | did you mean 'volume'?",
      })
  void aMistakeIsToldWithItsPlace(String text, String problem) {
    var thrown = assertThrows(ConfigException.class, () -> BoardReader.parse(text, "b.yaml", "b"));
    assertEquals(1, thrown.lines().size(), thrown.lines().toString());
    assertTrue(thrown.lines().getFirst().contains(problem), thrown.lines().getFirst());
    assertTrue(thrown.lines().getFirst().startsWith("b.yaml:1:"), thrown.lines().getFirst());
  }

  @Test
  void aBoardByItsPathIsCheckedWithTheConfiguration() throws Exception {
    var reader = new ConfigReader(List.of(), Boards.NAMES);
    Files.writeString(folder.resolve("mine.yaml"), "buttons: {talk: {line: 4}}");
    assertEquals("mine.yaml", reader.parse("board: mine.yaml", "a.yaml", folder).board());
    Files.writeString(folder.resolve("mine.yaml"), "buttons: {talk: {}}");
    for (var board : List.of("mine.yaml", "./none.yaml", "generic-gpoi")) {
      var thrown =
          assertThrows(
              ConfigException.class, () -> reader.parse("board: " + board, "a.yaml", folder));
      assertEquals(1, thrown.lines().size());
      assertTrue(thrown.lines().getFirst().startsWith("a.yaml:1:8: "), thrown.lines().toString());
    }
  }
}
