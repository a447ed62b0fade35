package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.CheckRun;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a run checks.
 *
 * @param machine the output of {@code build}
 * @param deb the package
 * @param olderDeb the same package with an earlier version
 * @param board the folder of board.yaml
 * @param isShort whether the run has only the parts that boot nothing and take no minutes
 */
record Delivery(PiFolder machine, Path deb, Path olderDeb, Path board, boolean isShort) {
  /** Reads the system properties that {@code deploy/virtual-pi} sets. */
  static Delivery fromSettings() {
    return new Delivery(
        new PiFolder(Path.of(CheckRun.setting("machine"))),
        Path.of(CheckRun.setting("package")),
        Path.of(CheckRun.setting("older")),
        Path.of(CheckRun.setting("board")),
        Boolean.parseBoolean(CheckRun.setting("short")));
  }

  /** Whether the machine has the button, the lamp and the light of board.yaml. */
  boolean hasWires() throws IOException {
    return machine.arch().equals("arm64");
  }

  /** The package that is installed first: the older one, if the run upgrades it later. */
  Path first() throws IOException {
    return isShort || !hasWires() ? deb : olderDeb;
  }
}
