package dev.deviceagent.codec.testdialect;

import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.FromCloud;
import dev.deviceagent.codec.Limits;
import dev.deviceagent.codec.Redacted;
import dev.deviceagent.codec.ToolCall;
import java.util.List;

/** A message from the pigeon's cloud: {@code {"pigeon": its kind, …}}. */
sealed interface PigeonMessage extends FromCloud {
  /** {@code state}: what the AI is doing. */
  record State(String name) implements PigeonMessage {}

  /** {@code said}: text that the AI says. */
  record Said(Redacted text) implements PigeonMessage {}

  /** {@code errands}: functions to call. */
  record Errands(List<ToolCall> calls) implements PigeonMessage {}

  /** Any other kind; its members are not read. */
  record Other(String kind) implements PigeonMessage {}

  static PigeonMessage read(Fields message) throws CodecException {
    var kind = message.word("pigeon", Limits.NAME_CHARACTERS);
    return switch (kind) {
      case "state" -> new State(message.word("name", Limits.NAME_CHARACTERS));
      case "said" -> new Said(new Redacted(message.text("text")));
      case "errands" -> new Errands(ToolCall.readAll(message, "calls"));
      default -> new Other(kind);
    };
  }

  @Override
  default String summary() {
    return switch (this) {
      case State(var name) -> "state " + name;
      case Said _ -> "said";
      case Errands(var calls) -> "errands " + calls.size();
      case Other(var kind) -> "unknown " + kind;
    };
  }
}
