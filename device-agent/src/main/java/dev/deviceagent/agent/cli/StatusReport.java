package dev.deviceagent.agent.cli;

import dev.deviceagent.agent.text.Printable;
import dev.deviceagent.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats the agent's answers for a person. */
final class StatusReport {
  private StatusReport() {}

  /**
   * Formats a status: one line for each member, with nested members on the same line; and one line
   * for each problem, because problems are long.
   */
  static List<String> lines(Json.Obj status) {
    var lines = new ArrayList<String>();
    for (var member : status.members().entrySet()) {
      if (member.getKey().equals("problems") && member.getValue() instanceof Json.Obj problems) {
        for (var problem : problems.members().entrySet()) {
          lines.add("problem      " + problem.getKey() + ": " + of(problem.getValue()));
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
          parts.add(part.getKey() + " " + of(part.getValue()));
        }
        yield String.join(", ", parts);
      }
      case Json.Arr(var items) -> String.join(" ", items.stream().map(StatusReport::of).toList());
      default -> of(value);
    };
  }

  /** One value; an absent one is unknown. */
  static String of(@Nullable Json value) {
    return switch (value) {
      case null -> "unknown";
      case Json.Null _ -> "unknown";
      case Json.Text(var text) -> Printable.of(text);
      default -> value.toString();
    };
  }
}
