package dev.deviceagent.agent;

import dev.deviceagent.agent.config.BoardReader;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.linux.LinuxBoard;
import dev.deviceagent.hal.sim.SimBoard;
import java.util.List;
import java.util.stream.Stream;

/** Every board, by its name in the configuration. */
public final class Boards {
  private static final String SIM = "sim";

  public static final List<String> NAMES =
      Stream.concat(Stream.of(SIM), BoardReader.PROFILES.stream()).toList();

  private Boards() {}

  /**
   * The board that a configuration names. Opens no hardware.
   *
   * @throws ConfigException if a profile given by path has become invalid since the configuration
   *     was read
   */
  public static Board of(Config config, Threads threads) throws ConfigException {
    if (config.board().equals(SIM)) {
      return new SimBoard();
    }
    var profile = BoardReader.read(config.board(), config.directory());
    return new LinuxBoard(profile, threads.factory("button"), config.stateDirectory());
  }
}
