package dev.deviceagent.agent.config;

import dev.deviceagent.codec.Json;
import java.util.Map;

/**
 * Another name for a tool, and for its arguments.
 *
 * @param tool the name of the tool here
 * @param arguments by the names that the vendor gives them; others stay as they are
 */
public record Alias(String tool, Map<String, Argument> arguments) {
  /**
   * What an argument is called here, and what its values are.
   *
   * @param values by the text of the vendor's value; others stay as they are
   */
  public record Argument(String to, Map<String, Json> values) {}

  /** A name without arguments of its own. */
  public static Alias of(String tool) {
    return new Alias(tool, Map.of());
  }

  /** The arguments as the tool takes them. */
  public Json.Obj map(Json.Obj given) {
    if (arguments.isEmpty()) {
      return given;
    }
    var mapped = Json.object();
    for (var member : given.members().entrySet()) {
      var argument = arguments.get(member.getKey());
      mapped =
          argument == null
              ? mapped.with(member.getKey(), member.getValue())
              : mapped.with(argument.to(), value(argument, member.getValue()));
    }
    return mapped;
  }

  private static Json value(Argument argument, Json given) {
    var text = given instanceof Json.Text(var value) ? value : given.toString();
    return argument.values().getOrDefault(text, given);
  }
}
