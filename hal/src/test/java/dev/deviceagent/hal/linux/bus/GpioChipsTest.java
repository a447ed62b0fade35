package dev.deviceagent.hal.linux.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpioChipsTest {
  @Test
  void aChipIsLookedForByItsLabelAndThoseThatAreThereAreNamed(@TempDir Path folder) {
    var thrown =
        assertThrows(
            HalException.class, () -> new GpioChips(folder, List.of("pinctrl-rp1")).find());
    assertEquals(HalException.Kind.ABSENT, thrown.kind());
    assertTrue(thrown.getMessage().contains("pinctrl-rp1"), thrown.getMessage());
  }
}
