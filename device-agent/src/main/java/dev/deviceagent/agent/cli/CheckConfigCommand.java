package dev.deviceagent.agent.cli;

/** The command {@code check-config}. */
final class CheckConfigCommand extends Command {
  CheckConfigCommand() {
    super("checks the configuration and prints every problem", config());
  }

  @Override
  int run(ParsedCommand arguments) {
    try {
      arguments.config();
    } catch (Failure problems) {
      // Standard output: the user asked for the problems.
      arguments.out().println(problems.getMessage());
      return problems.exit();
    }
    arguments.out().println(arguments.file() + ": no problems");
    return 0;
  }
}
