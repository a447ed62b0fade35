package dev.deviceagent.agent.cli;

/** The command {@code mute}. */
final class MuteCommand extends Command {
  MuteCommand() {
    super(
        "turns the owner's microphone mute on or off; a restart does not change it",
        config(),
        word(0, "on|off", "on mutes the microphone"));
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    boolean isOn = arguments.word(0, "on", "off").equals("on");
    return RunningAgent.order(arguments, RunningAgent.question("mute").with("on", isOn));
  }
}
