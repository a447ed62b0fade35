package dev.deviceagent.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function call.
 *
 * @param id text or number, unchanged; null if it is absent or invalid
 * @param name the name in the vendor's console, in any script, including Chinese; empty if it is
 *     absent or invalid
 */
public record ToolCall(@Nullable Json id, String name, Arguments arguments) {
  /** The arguments. Invalid ones are a value, so that one bad call does not stop the next. */
  public sealed interface Arguments {
    /** An object; empty if the message had an empty string or no arguments. */
    record Given(Json.Obj object) implements Arguments {}

    /** Not an object. */
    record Malformed(String problem) implements Arguments {}
  }

  /**
   * Every element of an array of {@code {id?, function: {name, arguments?}}}, in order, including
   * malformed ones: NERTC's {@code toolCalls} and Volcengine's {@code tool_calls}.
   */
  public static List<ToolCall> readAll(Fields fields, String name) throws CodecException {
    var calls = new ArrayList<ToolCall>();
    var reader = new JsonReader(); // shared, so that it counts the values of all calls together
    for (var item : fields.array(name, Limits.CALLS)) {
      var path = fields.at(name) + "[" + calls.size() + "]";
      calls.add(
          item instanceof Json.Obj object
              ? read(new Fields(object, path), reader)
              : new ToolCall(null, "", new Arguments.Malformed(path + ": must be an object")));
    }
    return calls;
  }

  private static ToolCall read(Fields call, JsonReader reader) {
    Json id = null;
    String name = "";
    try {
      id = call.optionalId("id");
      var function = call.object("function");
      name = function.word("name", Limits.NAME_CHARACTERS);
      return new ToolCall(id, name, arguments(function, "arguments", reader));
    } catch (CodecException e) {
      return new ToolCall(id, name, new Arguments.Malformed(e.getMessage()));
    }
  }

  /** The member {@code arguments}: JSON text, an object, an empty string or absent. */
  public static Arguments arguments(Fields function) {
    return arguments(function, "arguments");
  }

  /** As {@link #arguments(Fields)}, for a member of another name. */
  public static Arguments arguments(Fields function, String name) {
    return arguments(function, name, new JsonReader());
  }

  private static Arguments arguments(Fields function, String name, JsonReader reader) {
    return switch (function.find(name)) {
      case null -> new Arguments.Given(Json.object());
      case Json.Obj object -> new Arguments.Given(object);
      case Json.Text(var text) when text.isBlank() -> new Arguments.Given(Json.object());
      case Json.Text(var text) -> {
        try {
          yield new Arguments.Given(reader.nextObject(text));
        } catch (CodecException e) {
          yield new Arguments.Malformed(
              function.at(name) + ": its text is not a JSON object: " + e.getMessage());
        }
      }
      default ->
          new Arguments.Malformed(
              function.at(name) + ": must be an object, or a string that holds one");
    };
  }

  /** Whether the id can identify a repeated call; an empty id cannot. */
  public boolean hasId() {
    return id != null && !(id instanceof Json.Text(var text) && text.isEmpty());
  }
}
