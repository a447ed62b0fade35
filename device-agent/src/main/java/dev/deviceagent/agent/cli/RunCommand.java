package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.traffic.TrafficListener;
import org.tinylog.configuration.Configuration;

/** The command {@code run}. It ends with the process, on a signal or on a bug. */
final class RunCommand extends Command {
  RunCommand() {
    super("runs the agent until SIGTERM or Ctrl-C", config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var config = arguments.config();
    Configuration.set("level", config.logging().level());
    var run = new AgentRun();
    var service = Service.of(System.getenv(), ProcessHandle.current().pid());
    run.start(
        config, arguments.board(config, run.threads()), TrafficListener.NOBODY, service, () -> {});
    return run.await();
  }
}
