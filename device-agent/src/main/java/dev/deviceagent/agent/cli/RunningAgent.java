package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.nio.file.Path;

/** The running agent, which commands ask over its control socket. */
final class RunningAgent {
  private RunningAgent() {}

  static Json.Obj question(String what) {
    return Json.object().with("do", what);
  }

  /** Sends a question to the running agent and returns its answer. */
  static Json ask(ParsedCommand arguments, Json.Obj question) throws Failure {
    var socket = arguments.config().controlSocket();
    try {
      return ControlClient.ask(socket, question);
    } catch (Refusal e) {
      throw new Failure(Failure.REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Failure(Failure.UNAVAILABLE, unanswered(socket, e));
    }
  }

  /** Has the running agent do something, and prints its answer; returns the exit code. */
  static int order(ParsedCommand arguments, Json.Obj question) throws Failure {
    if (ask(arguments, question) instanceof Json.Text(var answer)) {
      arguments.out().println(answer);
    }
    return 0;
  }

  /** The reason why no agent answers, and what to do. */
  static String unanswered(Path socket, IOException e) {
    return "Permission denied".equals(e.getMessage()) // EACCES; Java has no exception type for it
        ? "no permission to use %s; use sudo, or add this user to the group that owns it"
            .formatted(socket)
        : "no agent answers on %s (%s); start one, or give its configuration with --config"
            .formatted(socket, e.getMessage());
  }
}
