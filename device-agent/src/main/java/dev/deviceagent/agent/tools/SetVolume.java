package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Volume;
import java.util.List;

/** {@code {"volume": 0..100}} or {@code {"change": ±n}}; the result is what was read back. */
record SetVolume(Volume volume) implements Tool {
  static final String NAME = "SetVolume";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Sets the speaker's volume: either to a value, or by a relative change.";
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(
        Json.object()
            .with("volume", Arguments.integerSchema(0, 100, "the new volume in percent"))
            .with(
                "change",
                Arguments.integerSchema(-100, 100, "the change in percent; negative is quieter")),
        List.of());
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var wanted = Arguments.percent(arguments, "volume", 0, 100);
    var change = Arguments.percent(arguments, "change", -100, 100);
    if (wanted != null && change != null) {
      throw new ToolFailure(ToolFailure.Kind.BAD_ARGUMENTS, "both 'volume' and 'change' are given");
    }
    if (wanted != null) {
      int percent = wanted;
      return plan(() -> percent);
    }
    if (change != null) {
      return change(change);
    }
    throw new ToolFailure(ToolFailure.Kind.BAD_ARGUMENTS, "neither 'volume' nor 'change' is given");
  }

  /**
   * Changes the volume by this many percent; a negative number is softer. The result stays within 0
   * and 100.
   */
  Plan change(int percent) {
    return plan(() -> Math.clamp(volume.percent() + percent, 0, 100));
  }

  private Plan plan(Wanted wanted) {
    return new Plan(
        Lane.VOLUME,
        false,
        _ -> {
          volume.set(wanted.percent());
          return LaneReader.volume(volume);
        });
  }

  /** The new volume; computed on the lane's thread. */
  private interface Wanted {
    int percent() throws HalException;
  }
}
