package dev.deviceagent.agent;

import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.List;

/** Every board by the name it has in a configuration. This is where a new board gets its line. */
public final class Boards {
  public static final List<String> NAMES = List.of("sim");

  private Boards() {}

  /** The board of a name that the configuration has been checked for. */
  public static Board open(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no board '" + name + "'");
    }
    return new SimBoard();
  }
}
