package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the GPIO chip of a board. Each request of a line repeats the search, since the chip may
 * appear late. The search uses the label and never the number, which changes between kernels (the
 * header of a Pi 5 has been gpiochip4 and gpiochip0).
 *
 * @param folder {@code /dev} on a real machine
 * @param labels the possible labels of the chip
 */
record GpioChips(Path folder, List<String> labels) {
  /**
   * Returns the chip.
   *
   * @throws HalException {@code ABSENT}, with the labels that exist, or {@code DENIED}
   */
  GpioChip find() throws HalException {
    var seen = new ArrayList<String>();
    for (var path : paths()) {
      var chip = GpioChip.open(path);
      if (labels.contains(chip.label())) {
        return chip;
      }
      seen.add(chip.label());
    }
    throw new HalException(
        Kind.ABSENT,
        folder + "/gpiochip*",
        "no GPIO chip is named " + String.join(" or ", labels),
        seen.isEmpty()
            ? GpioChip.IF_ABSENT
            : "choose one that the kernel lists: " + String.join(", ", seen));
  }

  private List<Path> paths() throws HalException {
    try {
      return SmallFiles.children(folder, "gpiochip*");
    } catch (IOException e) {
      throw new HalException(
          Kind.ABSENT, folder.toString(), "cannot list it: " + e.getMessage(), GpioChip.IF_ABSENT);
    }
  }
}
