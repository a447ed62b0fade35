package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.BoardProfile.Button;
import dev.deviceagent.hal.linux.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.BoardProfile.Pull;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board on a machine that has nothing of it. */
class LinuxBoardTest {
  private static LinuxBoard board() {
    var buttons = new LinkedHashMap<>(Map.of("talk", new Button(17, true, Pull.UP)));
    var lights = new LinkedHashMap<>(Map.of("light", new Lamp(27, false)));
    var chips = List.of("a chip that nobody has");
    return new LinuxBoard(
        new BoardProfile("b", chips, buttons, lights, null, null, false, null), Thread::new);
  }

  @Test
  void aMissingChipIsToldByEveryDeviceOnItAndEndsNothing() {
    try (var board = board()) {
      board.listen((_, _, _) -> {});
      for (var name : List.of("button.talk", "light.light")) {
        var device = Objects.requireNonNull(board.devices().get(name), name);
        var thrown = assertThrows(HalException.class, device::probe);
        assertEquals(HalException.Kind.ABSENT, thrown.kind());
        assertFalse(thrown.cure().isBlank());
      }
    }
  }

  @Test
  void aRealButtonIsNotPressedByACommand() {
    try (var board = board()) {
      var thrown = assertThrows(HalException.class, () -> board.press("talk", true));
      assertEquals(HalException.Kind.UNSUPPORTED, thrown.kind());
    }
  }

  @Test
  void aChipIsLookedForByItsLabelAndThoseThatAreThereAreNamed(@TempDir Path folder) {
    var thrown =
        assertThrows(HalException.class, () -> GpioChip.byLabel(folder, List.of("pinctrl-rp1")));
    assertEquals(HalException.Kind.ABSENT, thrown.kind());
    assertTrue(thrown.getMessage().contains("pinctrl-rp1"), thrown.getMessage());
  }
}
