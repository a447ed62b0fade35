package dev.deviceagent.agent.cli;

/** The command {@code fault}. */
final class FaultCommand extends Command {
  FaultCommand() {
    super(
        "injects a fault into a device of the simulated board, or removes it",
        config(),
        word(0, "DEVICE", "the device: volume, battery, player, light, ring, microphone, …"),
        word(1, "ok|fail|absent|slow", "the fault; ok removes it"),
        optionalWord(2, "MILLISECONDS", "with slow: the duration of each call"));
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var words = arguments.words();
    var device = words.getFirst();
    var fault = arguments.word(1, "ok", "fail", "absent", "slow");
    var question = RunningAgent.question("fault").with("device", device).with("fault", fault);
    if (fault.equals("slow")) {
      if (words.size() < 3 || !words.get(2).matches("\\d{1,6}")) {
        throw new Failure(
            Failure.USAGE,
            "MILLISECONDS is missing; example: 'device-agent fault " + device + " slow 2000'");
      }
      question = question.with("millis", Integer.parseInt(words.get(2)));
    }
    return RunningAgent.order(arguments, question);
  }
}
