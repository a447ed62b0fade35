package dev.deviceagent.agent.config;

import dev.deviceagent.codec.Json;
import java.util.Map;

/**
 * Another name for a tool and for its arguments.
 *
 * @param tool the name of the tool here
 * @param arguments by the vendor's names; other arguments stay unchanged
 */
public record Alias(String tool, Map<String, Argument> arguments) {
  /**
   * The name and values of an argument here.
   *
   * @param values by the text of the vendor's value; other values stay unchanged
   */
  public record Argument(String to, Map<String, Json> values) {}

  /** An alias that maps no arguments. */
  public static Alias of(String tool) {
    return new Alias(tool, Map.of());
  }

  /** Converts the arguments to those of the tool. */
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
