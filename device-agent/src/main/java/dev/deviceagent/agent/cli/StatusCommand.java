package dev.deviceagent.agent.cli;

import dev.deviceagent.codec.Json;

/** The command {@code status}. */
final class StatusCommand extends Command {
  StatusCommand() {
    super("prints the state of the running agent and its devices", json(), config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var status = RunningAgent.ask(arguments, RunningAgent.question("status"));
    if (arguments.has("--json")) {
      arguments.out().println(status);
    } else if (status instanceof Json.Obj object) {
      StatusReport.lines(object).forEach(arguments.out()::println);
    }
    return 0;
  }
}
