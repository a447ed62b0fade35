package dev.deviceagent.codec;

/** What a tool call came to, as it goes back to the cloud. */
public sealed interface Outcome {
  /** It was done; the result is what was observed afterwards. */
  record Done(Json.Obj result) implements Outcome {}

  /**
   * It was not done.
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
