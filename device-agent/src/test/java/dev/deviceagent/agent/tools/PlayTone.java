package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Audio;
import java.util.List;

/** A tool for a device that has no lane in the program. */
public record PlayTone(Audio audio) implements Tool {
  public static final String NAME = "PlayTone";

  /** Its line in the table. */
  public static final Tools.Entry ENTRY =
      new Tools.Entry(NAME, (board, _) -> board.audio().map(PlayTone::new));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Plays a tone.";
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(Json.object(), List.of());
  }

  @Override
  public Plan check(Fields arguments) {
    var lane = Lane.valueOf("AUDIO"); // only NewLaneTest has this lane
    return new Plan(
        lane,
        false,
        _ -> {
          audio.play(new short[Audio.RATE / 10]);
          return new Observation(new Reading.None(lane), Json.object().with("played", true), null);
        });
  }
}
