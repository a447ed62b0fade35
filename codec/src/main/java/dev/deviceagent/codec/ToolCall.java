package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function, as NERTC's {@code toolCalls} and Volcengine's {@code tool_calls} have it.
 *
 * @param id what a result is matched by; null where it is absent or not valid
 * @param name as the vendor's console has it; any script, Chinese too; empty where it is absent or
 *     not valid
 */
public record ToolCall(@Nullable String id, String name, Arguments arguments) {
  /** What came as arguments: one call that makes no sense must not stop the next one. */
  public sealed interface Arguments {
    /** An object; empty where the message had an empty string or nothing. */
    record Given(Json.Obj object) implements Arguments {}

    /** Not an object. */
    record Malformed(String problem) implements Arguments {}
  }

  /** Every element of the array, in order, the broken ones too. */
  static List<ToolCall> readAll(Fields fields, String name) throws CodecException {
    var calls = new ArrayList<ToolCall>();
    var reader = new JsonReader(); // one for all: what they hold is counted together
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
    String id = null;
    String name = "";
    try {
      id = call.optionalWord("id", Limits.ID_CHARACTERS);
      var kind = call.optionalText("type");
      var function = call.object("function");
      name = function.word("name", Limits.NAME_CHARACTERS);
      if (kind != null && !kind.equals("function")) {
        throw new CodecException(Kind.RANGE, call.at("type"), "is not \"function\"");
      }
      return new ToolCall(id, name, new Arguments.Given(arguments(function, reader)));
    } catch (CodecException e) {
      return new ToolCall(id, name, new Arguments.Malformed(e.getMessage()));
    }
  }

  /** Arguments come as a JSON string, an object, an empty string or not at all. */
  private static Json.Obj arguments(Fields function, JsonReader reader) throws CodecException {
    return switch (function.find("arguments")) {
      case null -> Json.object();
      case Json.Obj object -> object;
      case Json.Text(var text) when text.isBlank() -> Json.object();
      case Json.Text(var text) -> {
        try {
          yield reader.nextObject(text);
        } catch (CodecException e) {
          throw new CodecException(
              e.kind(), function.at("arguments"), "its text is no JSON object: " + e.getMessage());
        }
      }
      default ->
          throw new CodecException(
              Kind.TYPE, function.at("arguments"), "must be an object or its text");
    };
  }

  /** The vendor's form, arguments as a string. A malformed call is written as the little it had. */
  Json.Obj toJson() {
    var function = Json.object().with("name", name);
    if (arguments instanceof Arguments.Given(var object)) {
      function = function.with("arguments", object.toString());
    }
    return Json.object().withOptional("id", id).with("type", "function").with("function", function);
  }
}
