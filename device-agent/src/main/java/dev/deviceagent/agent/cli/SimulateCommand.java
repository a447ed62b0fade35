package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.demo.ScriptedConversation;
import dev.deviceagent.agent.demo.SpeakerView;
import dev.deviceagent.agent.link.PretendBridge;
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
  int run(ParsedCommand arguments) throws Failure {
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
    var view = SpeakerView.on(arguments.out());
    Configuration.set("level", view.isPainting() ? "error" : "warn");
    Agent agent;
    try {
      agent = run.start(config, board, view, Service.NONE, view::close);
    } catch (Failure e) {
      view.close();
      throw e;
    }
    var page = agent.pageAddress();
    if (page != null) {
      view.page(page);
    }
    threads.virtual("view", () -> view.follow(agent.speaker()));
    view.caption("The bridge's socket is " + config.link().socket());
    if (conversation != null) {
      threads.virtual(
          "conversation", () -> play(conversation, agent, config, board, view, threads));
    }
    return run.await();
  }

  private static @Nullable ScriptedConversation conversation(ParsedCommand arguments)
      throws Failure {
    var folder = arguments.option("--conversation");
    if (folder == null || arguments.has("--no-demo")) {
      return null;
    }
    try {
      return new ScriptedConversation(Path.of(folder));
    } catch (IOException e) {
      throw new Failure(Failure.OS, folder + ": cannot read the conversation (" + e + ")");
    }
  }

  private static void play(
      ScriptedConversation conversation,
      Agent agent,
      Config config,
      Board board,
      SpeakerView view,
      Threads threads) {
    try {
      conversation.play(config.link().socket(), board, view, threads);
      agent.joinPretendCloud();
      view.caption(PretendBridge.replacement(config.link().socket()));
    } catch (IOException e) {
      view.caption("The conversation ended early: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the agent is shutting down
    }
  }
}
