package dev.deviceagent.codec;

/** The outcome of a tool call, as the cloud receives it. */
public sealed interface Outcome {
  /** The call succeeded; the result is the state observed afterwards. */
  record Done(Json.Obj result) implements Outcome {}

  /**
   * The call failed.
   *
   * @param error the kind of failure, one lower-case word
   * @param isUnknownTool whether the device has no tool of that name
   */
  record Failed(String error, String message, boolean isUnknownTool) implements Outcome {}

  /** {@code {"ok": true, …}} or {@code {"ok": false, "error": …, "message": …}}. */
  default Json.Obj toJson() {
    return switch (this) {
      case Done(var result) -> {
        var json = Json.object().with("ok", true);
        for (var member : result.members().entrySet()) {
          json = json.with(member.getKey(), member.getValue());
        }
        yield json;
      }
      case Failed(var error, var message, _) ->
          Json.object().with("ok", false).with("error", error).with("message", message);
    };
  }
}
