package dev.deviceagent.agent.cli;

import dev.deviceagent.hal.Board;

/** The command {@code button}. */
final class ButtonCommand extends Command {
  ButtonCommand() {
    super(
        "presses or releases a simulated button",
        config(),
        word(0, "press|release", "the action"),
        optionalWord(1, "NAME", "the button; default: talk"));
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var words = arguments.words();
    boolean isPress = arguments.word(0, "press", "release").equals("press");
    return RunningAgent.order(
        arguments,
        RunningAgent.question("button")
            .with("name", words.size() > 1 ? words.get(1) : Board.TALK)
            .with("pressed", isPress));
  }
}
