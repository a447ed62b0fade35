package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.demo.TrainingRun;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.tinylog.configuration.Configuration;

/** The training run for the AOT cache. The launcher adds the options that record it. */
final class TrainCommand extends Command {
  TrainCommand() {
    super(
        "builds the AOT cache in a short run, which makes starts faster; the agent"
            + " works without it");
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    Configuration.set("level", "off");
    var bug = new CompletableFuture<Throwable>();
    try (var folder = new ScratchFolder()) {
      var config = arguments.config(folder.configuration());
      TrainingRun.play(config, new SimBoard(), new Threads(bug::complete));
      return bug.isDone() ? Failure.BUG : 0;
    } catch (IOException | HalException | Refusal e) {
      throw new Failure(Failure.OS, String.valueOf(e.getMessage()));
    }
  }
}
