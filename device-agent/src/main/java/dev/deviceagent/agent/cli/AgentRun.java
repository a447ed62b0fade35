package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.tinylog.Logger;

/** An agent that runs until a signal or a bug ends the process. */
final class AgentRun {
  private final CompletableFuture<Throwable> bug = new CompletableFuture<>();
  private final Threads threads = new Threads(bug::complete);

  Threads threads() {
    return threads;
  }

  /** Starts the agent, and registers a shutdown hook that closes it. */
  Agent start(
      Config config, Board board, TrafficListener listener, Service service, Runnable afterwards)
      throws Failure {
    // The JDK reads its time zones from a file on first use. Later there may be no free file
    // descriptor, and the error would end the process.
    var _ = ZoneId.systemDefault().getRules();
    Agent agent;
    try {
      agent = new Agent(config, board, listener, service, threads);
    } catch (IOException e) {
      throw new Failure(Failure.OS, String.valueOf(e.getMessage()));
    }
    var end =
        Threads.atShutdown(() -> {
          agent.close();
          afterwards.run();
          Runtime.getRuntime().halt(bug.isDone() ? Failure.BUG : 0);
        });
    Runtime.getRuntime().addShutdownHook(end);
    try {
      agent.start();
      return agent;
    } catch (HalException e) {
      Runtime.getRuntime().removeShutdownHook(end);
      agent.close();
      throw new Failure(Failure.OS, String.valueOf(e.getMessage()));
    }
  }

  /** Waits for a bug. A signal ends the process through the shutdown hook. */
  int await() {
    Logger.error(bug.join(), "a bug in the agent; please report it");
    return Failure.BUG;
  }
}
