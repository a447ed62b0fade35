package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.demo.Conversation;
import dev.deviceagent.agent.demo.Scribe;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.hal.Board;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;

/** The command {@code simulate}. It ends with the process, on a signal or on a bug. */
final class SimulateCommand extends Command {
  SimulateCommand() {
    super(
        "runs the agent on the simulated board and plays a conversation",
        flag("--no-demo", "do not play the conversation; wait for a bridge"),
        flag("--no-page", "do not serve the page, even if the configuration enables it"),
        option("--conversation", "DIR", "the folder with the conversation"),
        config());
  }

  @Override
  int run(Arguments arguments) throws Failure {
    var config = arguments.has("--no-page") ? arguments.config().withoutPage() : arguments.config();
    if (!config.board().equals("sim")) {
      throw new Failure(
          Failure.CONFIG,
          arguments.file() + ": board is '" + config.board() + "'; simulate needs 'sim'");
    }
    var conversation = conversation(arguments);
    var run = new AgentRun();
    var threads = run.threads();
    var board = arguments.board(config, threads);
    var scribe = Scribe.on(arguments.out());
    Configuration.set("level", scribe.isPainting() ? "error" : "warn");
    Agent agent;
    try {
      agent = run.start(config, board, scribe, Service.NONE, scribe::close);
    } catch (Failure e) {
      scribe.close();
      throw e;
    }
    var page = agent.pageAddress();
    if (page != null) {
      scribe.page(page);
    }
    threads.virtual("view", () -> scribe.follow(agent.speaker()));
    scribe.caption("The bridge's socket is " + config.link().socket());
    if (conversation != null) {
      threads.virtual("conversation", () -> play(conversation, config, board, scribe, threads));
    }
    return run.await();
  }

  private static @Nullable Conversation conversation(Arguments arguments) throws Failure {
    var folder = arguments.option("--conversation");
    if (folder == null || arguments.has("--no-demo")) {
      return null;
    }
    try {
      return new Conversation(Path.of(folder));
    } catch (IOException e) {
      throw new Failure(Failure.OS, folder + ": cannot read the conversation (" + e + ")");
    }
  }

  private static void play(
      Conversation conversation, Config config, Board board, Scribe scribe, Threads threads) {
    try {
      conversation.play(config.link().socket(), board, scribe, threads);
      scribe.caption("That was it. The speaker goes on and waits for a bridge; Ctrl-C ends it.");
    } catch (IOException e) {
      scribe.caption("The conversation broke off: " + e.getMessage());
    }
  }
}
