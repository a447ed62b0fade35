package dev.deviceagent.agent.tools;

import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code {"type": "battery|volume|playback|lights|network"}}: reads a device; the answer is spoken.
 */
record QueryDevice(Board board) implements Tool {
  static final String NAME = "QueryDevice";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Reports the device's battery, volume, playback, lights or network.";
  }

  @Override
  public boolean isQuestion() {
    return true;
  }

  @Override
  public Json.Obj parameters() {
    var types = lanes().filter(lane -> LaneReader.has(lane, board)).map(Lane::word).toList();
    return Arguments.schema(
        Json.object().with("type", Arguments.wordSchema(types, "what to report")), List.of("type"));
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var lanes = lanes().collect(Collectors.toMap(Lane::word, lane -> lane));
    var word = Arguments.needed("type", Arguments.word(arguments, "type", lanes.keySet()));
    var lane = Arguments.needed("type", lanes.get(word));
    return new Plan(
        lane,
        false,
        board ->
            LaneReader.ask(lane, board)
                .orElseThrow(() ->
                    new ToolFailure(
                        ToolFailure.Kind.NO_SUCH_DEVICE, "this device has no " + word)));
  }

  private static Stream<Lane> lanes() {
    return Arrays.stream(Lane.values()).filter(Lane::isObserved);
  }
}
