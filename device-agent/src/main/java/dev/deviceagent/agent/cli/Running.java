package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Agent;
import dev.deviceagent.agent.Service;
import dev.deviceagent.agent.Threads;
import dev.deviceagent.agent.Witness;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.demo.ScriptedConversation;
import dev.deviceagent.agent.demo.SpeakerView;
import dev.deviceagent.agent.demo.TrainingRun;
import dev.deviceagent.agent.link.ControlServer;
import dev.deviceagent.agent.link.PretendBridge;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.SimBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.configuration.Configuration;

/** The commands that run the agent. They end with the process, on a signal or on a bug. */
final class Running {
  private Running() {}

  static int run(Call call) throws Failure {
    var config = call.config();
    Configuration.set("level", config.logging().level());
    var bug = new CompletableFuture<Throwable>();
    var threads = new Threads(bug::complete);
    var service = Service.of(System.getenv(), ProcessHandle.current().pid());
    start(config, call.board(config, threads), Witness.NOBODY, service, threads, bug, () -> {});
    return await(bug);
  }

  static int simulate(Call call) throws Failure {
    var config = call.has("--no-page") ? call.config().withoutPage() : call.config();
    if (!config.board().equals("sim")) {
      throw new Failure(
          Failure.CONFIG,
          call.file() + ": board is '" + config.board() + "'; simulate needs 'sim'");
    }
    var conversation = conversation(call);
    var bug = new CompletableFuture<Throwable>();
    var threads = new Threads(bug::complete);
    var board = call.board(config, threads);
    var view = SpeakerView.on(call.out());
    Configuration.set("level", view.isPainting() ? "error" : "warn");
    Agent agent;
    try {
      agent = start(config, board, view, Service.NONE, threads, bug, view::close);
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
    return await(bug);
  }

  static int rehearse(Call call) throws Failure {
    Configuration.set("level", "off");
    var bug = new CompletableFuture<Throwable>();
    try (var stage = new Stage()) {
      var config = call.config(stage.configuration());
      TrainingRun.play(config, new SimBoard(), new Threads(bug::complete));
      return bug.isDone() ? Failure.BUG : 0;
    } catch (IOException | HalException | ControlServer.Refusal e) {
      throw new Failure(Failure.OS, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable ScriptedConversation conversation(Call call) throws Failure {
    var folder = call.option("--conversation");
    if (folder == null || call.has("--no-demo")) {
      return null;
    }
    try {
      return new ScriptedConversation(Path.of(folder));
    } catch (IOException e) {
      throw new Failure(Failure.OS, folder + ": no conversation there (" + e + ")");
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
      view.caption("The conversation broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the agent is shutting down
    }
  }

  /** Starts the agent, and registers a shutdown hook that closes it. */
  private static Agent start(
      Config config,
      Board board,
      Witness witness,
      Service service,
      Threads threads,
      CompletableFuture<Throwable> bug,
      Runnable afterwards)
      throws Failure {
    // The JDK reads its time zones from a file on first use. Later there may be no free file
    // descriptor, and the error would end the process.
    var _ = ZoneId.systemDefault().getRules();
    Agent agent;
    try {
      agent = new Agent(config, board, witness, service, threads);
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
  private static int await(CompletableFuture<Throwable> bug) {
    Logger.error(bug.join(), "a bug of the agent's: please report it");
    return Failure.BUG;
  }
}
