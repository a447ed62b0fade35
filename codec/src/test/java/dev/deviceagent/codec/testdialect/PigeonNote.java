package dev.deviceagent.codec.testdialect;

import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.JsonWriter;
import dev.deviceagent.codec.ToCloud;

/**
 * A message to the pigeon's cloud: {@code {"note": its kind, "to": the AI, …}}.
 *
 * @param more the members of this kind
 */
record PigeonNote(String kind, String to, Json.Obj more) implements ToCloud {
  @Override
  public String summary() {
    return "note " + kind;
  }

  @Override
  public byte[] encode() {
    var note = Json.object().with("note", kind).with("to", to);
    for (var member : more.members().entrySet()) {
      note = note.with(member.getKey(), member.getValue());
    }
    return JsonWriter.utf8(note);
  }

  /** Omits the members: they may contain speech. */
  @Override
  public String toString() {
    return "PigeonNote[" + kind + "]";
  }
}
