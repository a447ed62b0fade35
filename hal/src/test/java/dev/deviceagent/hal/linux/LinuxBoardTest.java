package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light.Start;
import dev.deviceagent.hal.linux.profile.BoardProfile;
import dev.deviceagent.hal.linux.profile.BoardProfile.Button;
import dev.deviceagent.hal.linux.profile.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.profile.BoardProfile.Line;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pull;
import dev.deviceagent.hal.linux.profile.BoardProfile.Wire;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A board on a machine that lacks all its hardware. */
class LinuxBoardTest {
  private static LinuxBoard board() {
    var buttons = new LinkedHashMap<>(Map.of("talk", new Button(17, true, Pull.UP)));
    var lights =
        new LinkedHashMap<>(
            Map.of("light", new Lamp(List.<Wire>of(new Line(27, false)), Start.LAST)));
    var chips = List.of("a chip that does not exist");
    return new LinuxBoard(
        new BoardProfile("b", chips, buttons, lights, null, null, null, null, null, null, null),
        Thread::new,
        Path.of("no state"));
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
  void aRealBoardHasNoSimulator() {
    try (var board = board()) {
      assertTrue(board.simulator().isEmpty());
    }
  }

  @Test
  void aButtonThatCannotBeOpenedIsReportedOnceItIsListenedTo() {
    try (var board = board()) {
      assertEquals(Map.of(), board.diagnostics().silentButtons());
      board.listen((_, _, _) -> {});
      var silent = board.diagnostics().silentButtons();
      assertEquals(Set.of("button.talk"), silent.keySet());
      assertTrue(silent.sequencedValues().getFirst().contains("a chip that does not exist"));
    }
  }

  @Test
  void theCrashCleanupDarkensTheLights() {
    try (var board = board()) {
      assertEquals(
          List.of("line\ta chip that does not exist\t27\t0"), board.diagnostics().crashCleanup());
    }
  }
}
