package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Chime;
import java.util.List;

/**
 * A tool for a device without readable state.
 *
 * @param isQuestion whether a failure is spoken
 */
public record RingChime(Chime chime, boolean isQuestion) implements Tool {
  public static final String NAME = "RingChime";

  /** Its line in the table. */
  public static Tools.Entry entry(boolean isQuestion) {
    return new Tools.Entry(
        NAME, (board, _) -> board.chime().map(chime -> new RingChime(chime, isQuestion)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Rings the chime.";
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(Json.object(), List.of());
  }

  @Override
  public Plan check(Fields arguments) {
    return new Plan(
        Lane.CHIME,
        false,
        _ -> {
          chime.ring();
          return new Observation(
              new Reading.None(Lane.CHIME), Json.object().with("rung", true), null);
        });
  }
}
