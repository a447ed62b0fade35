package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.Doctor;
import dev.deviceagent.agent.Threads;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.config.Printable;
import dev.deviceagent.agent.link.ControlClient;
import dev.deviceagent.agent.link.ControlServer;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that inspect the configuration and the board, with or without a running agent. */
final class Looking {
  private Looking() {}

  static int checkConfig(Call call) throws Failure {
    try {
      call.config();
    } catch (Failure problems) {
      call.out().println(problems.getMessage()); // standard output: the user asked for the problems
      return problems.exit();
    }
    call.out().println(call.file() + ": no problems");
    return 0;
  }

  static int tools(Call call) throws Failure {
    var config = call.config();
    var format = call.option("--format");
    try (var board = call.board(config, threads())) {
      var tools = new Tools(board, config.aliases());
      switch (format == null ? "text" : format) {
        case "openai" -> call.out().println(tools.openai());
        case "mcp" -> call.out().println(tools.mcp());
        case "text" -> {
          for (var tool : tools.all()) {
            call.out().printf("%-16s %s%n", tool.name(), tool.description());
            call.out().printf("%-16s %s%n", "", tool.parameters());
          }
        }
        default ->
            throw new Failure(
                Failure.USAGE, "unknown format '" + format + "'; use openai, mcp or text");
      }
    }
    return 0;
  }

  static int doctor(Call call) throws Failure {
    var config = call.config();
    Json findings;
    try {
      // A running agent holds the devices, so it must make the checks.
      findings = ControlClient.ask(config.controlSocket(), Json.object().with("do", "doctor"));
    } catch (ControlServer.Refusal e) {
      throw new Failure(Failure.REFUSED, String.valueOf(e.getMessage()));
    } catch (ControlClient.NoAgent e) {
      findings = examine(call, config);
    } catch (IOException e) {
      throw new Failure(Failure.UNAVAILABLE, Call.unanswered(config.controlSocket(), e));
    }
    if (!(findings instanceof Json.Obj report)) {
      throw new Failure(Failure.BUG, "the agent's answer is not a report; please report this bug");
    }
    if (call.has("--json")) {
      call.out().println(report);
    } else {
      print(call, report);
    }
    return Json.of(true).equals(report.get("healthy")) ? 0 : Failure.REFUSED;
  }

  private static Json examine(Call call, Config config) throws Failure {
    var threads = threads();
    try (var board = call.board(config, threads)) {
      return Doctor.toJson(board, new Doctor().examine(board, config, threads).orElseThrow());
    }
  }

  /** For a board that is only inspected and then closed. */
  static Threads threads() {
    return new Threads(bug -> {
      throw new IllegalStateException(bug);
    });
  }

  private static void print(Call call, Json.Obj report) {
    call.out().println("board " + text(report.get("board")));
    if (report.get("findings") instanceof Json.Arr(var findings)) {
      for (var finding : findings) {
        if (finding instanceof Json.Obj one) {
          boolean isFine = one.get("cause") instanceof Json.Null;
          call.out()
              .printf(
                  "  %-8s %-12s %s%s%n",
                  text(one.get("outcome")),
                  text(one.get("name")),
                  text(one.get("where")),
                  isFine ? "" : ": " + text(one.get("cause")) + "; " + text(one.get("cure")));
        }
      }
    }
  }

  /**
   * Formats a status for a person: one line for each member, with nested members on the same line;
   * and one line for each problem, because problems are long.
   */
  static List<String> lines(Json.Obj status) {
    var lines = new ArrayList<String>();
    for (var member : status.members().entrySet()) {
      if (member.getKey().equals("problems") && member.getValue() instanceof Json.Obj problems) {
        for (var problem : problems.members().entrySet()) {
          lines.add("problem      " + problem.getKey() + ": " + text(problem.getValue()));
        }
      } else {
        lines.add("%-12s %s".formatted(member.getKey(), line(member.getValue())));
      }
    }
    return lines;
  }

  private static String line(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var parts = new ArrayList<String>();
        for (Map.Entry<String, Json> part : object.members().entrySet()) {
          parts.add(part.getKey() + " " + text(part.getValue()));
        }
        yield String.join(", ", parts);
      }
      case Json.Arr(var items) -> String.join(" ", items.stream().map(Looking::text).toList());
      default -> text(value);
    };
  }

  private static String text(@Nullable Json value) {
    return switch (value) {
      case null -> "unknown";
      case Json.Null _ -> "unknown";
      case Json.Text(var text) -> Printable.of(text);
      default -> value.toString();
    };
  }
}
