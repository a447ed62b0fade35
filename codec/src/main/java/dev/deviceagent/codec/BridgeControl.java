package dev.deviceagent.codec;

import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Signal.Speaker;
import java.util.List;

/** A message from the bridge itself: the body of a control frame, in this project's JSON format. */
public sealed interface BridgeControl {
  /** {@code {"link": "joined"}}: the bridge is in the room. */
  record Joined() implements BridgeControl {}

  /** {@code {"link": "left", "reason": …}}: the bridge is not in the room, or has left it. */
  record Left(String reason) implements BridgeControl {}

  /** {@code {"level": 0..1}}: the loudness of the AI's voice. */
  record Level(double level) implements BridgeControl {}

  /**
   * An SDK callback as signals: {@code {"caption": {"text", "speaker"}}}, {@code {"error": {"code",
   * "message"}}}, {@code {"licence": {"days"}}}.
   */
  record Told(Received message) implements BridgeControl {}

  /**
   * Reads a body. A message that this version does not know becomes {@link Signal.Unknown}.
   *
   * @throws CodecException if the body is not a JSON object or has a wrong member
   */
  static BridgeControl read(byte[] body) throws CodecException {
    var control = Fields.of(JsonReader.object(JsonReader.utf8(body, 0, body.length)));
    var level = control.optionalNumber("level");
    if (level != null) {
      return new Level(Math.clamp(level.doubleValue(), 0, 1));
    }
    if (control.has("caption")) {
      return told("caption", caption(control.object("caption")));
    }
    if (control.has("error")) {
      return told("error", error(control.object("error")));
    }
    if (control.has("licence")) {
      int days = control.object("licence").integer("days");
      return told("licence", new Signal.LicenceEnds(Math.max(0, days)));
    }
    return switch (control.optionalText("link")) {
      case "joined" -> new Joined();
      case "left" -> {
        var reason = control.optionalText("reason");
        yield new Left(reason == null ? "the bridge left the room" : reason);
      }
      case null -> told("unknown", new Signal.Unknown());
      default -> throw new CodecException(Kind.RANGE, "$.link", "must be \"joined\" or \"left\"");
    };
  }

  private static BridgeControl told(String what, Signal signal) {
    var signals = List.of(signal);
    return new Told(new Received("bridge", "control " + what, signals));
  }

  private static Signal caption(Fields caption) throws CodecException {
    var speaker = caption.optionalText("speaker");
    return new Signal.Subtitle(
        switch (speaker) {
          case "ai" -> Speaker.AI;
          case "owner" -> Speaker.OWNER;
          case null -> Speaker.UNKNOWN;
          default ->
              throw new CodecException(
                  Kind.RANGE, caption.at("speaker"), "must be \"ai\" or \"owner\"");
        },
        new Redacted(caption.text("text")));
  }

  /** Both members are optional: an error without details is still an error. */
  private static Signal error(Fields error) throws CodecException {
    var code = error.optionalLong("code");
    var message = error.textIfAny("message");
    return new Signal.Error(
        (code == null ? "the SDK failed" : "error " + code)
            + (message == null ? "" : ": " + message));
  }
}
