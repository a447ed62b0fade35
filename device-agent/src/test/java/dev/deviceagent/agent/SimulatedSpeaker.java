package dev.deviceagent.agent;

import dev.deviceagent.agent.config.ConfigException;
import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tinylog.configuration.Configuration;

/**
 * A whole agent on the simulated board, in a separate process for tests that kill it. It appends
 * each move of the simulated microphone switch to a file, also after a restart: "open" or "shut",
 * and {@link System#nanoTime()}, which is the same for all processes of a machine.
 */
public final class SimulatedSpeaker {
  private SimulatedSpeaker() {}

  /**
   * Runs until it is killed.
   *
   * @param words the configuration and the file of the moves
   */
  public static void main(String[] words) throws IOException, ConfigException, HalException {
    Configuration.set("level", "warn");
    var config = new ConfigReader(Tools.NAMES, Boards.NAMES).read(Path.of(words[0]));
    var board = new SimBoard();
    var moves =
        new PrintStream(
            Files.newOutputStream(
                Path.of(words[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8);
    board.listen((open, at) -> moves.print((open ? "open " : "shut ") + at + "\n"));
    var bug = new CompletableFuture<Throwable>();
    var service = Service.of(Map.of(), ProcessHandle.current().pid());
    var agent =
        new Agent(config, board, TrafficListener.NOBODY, service, new Threads(bug::complete));
    agent.start();
    System.out.println("ready");
    bug.join().printStackTrace();
    Runtime.getRuntime().halt(70);
  }
}
