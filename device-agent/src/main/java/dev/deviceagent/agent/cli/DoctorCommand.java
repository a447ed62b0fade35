package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.diagnosis.Doctor;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.io.PrintWriter;

/** The command {@code doctor}. */
final class DoctorCommand extends Command {
  DoctorCommand() {
    super(
        "tests every configured device, and prints the cause and the remedy of each" + " failure",
        json(),
        config());
  }

  @Override
  int run(ParsedCommand arguments) throws Failure {
    var config = arguments.config();
    Json findings;
    try {
      // A running agent holds the devices, so it must make the checks.
      findings = ControlClient.ask(config.controlSocket(), RunningAgent.question("doctor"));
    } catch (Refusal e) {
      throw new Failure(Failure.REFUSED, String.valueOf(e.getMessage()));
    } catch (ControlClient.NoAgent e) {
      findings = examine(arguments, config);
    } catch (IOException e) {
      throw new Failure(Failure.UNAVAILABLE, RunningAgent.unanswered(config.controlSocket(), e));
    }
    if (!(findings instanceof Json.Obj report)) {
      throw new Failure(Failure.BUG, "the agent's answer is not a report; please report this bug");
    }
    if (arguments.has("--json")) {
      arguments.out().println(report);
    } else {
      print(arguments.out(), report);
    }
    return Json.of(true).equals(report.get("healthy")) ? 0 : Failure.REFUSED;
  }

  private static Json examine(ParsedCommand arguments, Config config) throws Failure {
    var threads = ParsedCommand.inspectionThreads();
    try (var board = arguments.board(config, threads)) {
      return Doctor.toJson(board, new Doctor().examine(board, config, threads).orElseThrow());
    }
  }

  private static void print(PrintWriter out, Json.Obj report) {
    out.println("board " + StatusReport.of(report.get("board")));
    if (report.get("findings") instanceof Json.Arr(var findings)) {
      for (var finding : findings) {
        if (finding instanceof Json.Obj one) {
          boolean isFine = one.get("cause") instanceof Json.Null;
          out.printf(
              "  %-8s %-12s %s%s%n",
              StatusReport.of(one.get("outcome")),
              StatusReport.of(one.get("name")),
              StatusReport.of(one.get("where")),
              isFine
                  ? ""
                  : ": "
                      + StatusReport.of(one.get("cause"))
                      + "; "
                      + StatusReport.of(one.get("cure")));
        }
      }
    }
  }
}
