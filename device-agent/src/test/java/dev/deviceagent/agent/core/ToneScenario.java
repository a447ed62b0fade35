package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.PlayTone;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Fault;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Calls {@link PlayTone} while its device works, while it fails, and after that. */
public final class ToneScenario implements Callable<List<String>> {
  private final Scenario scenario = Scenario.with(PlayTone.ENTRY, "link: {dialect: volcengine}");

  /** The lane, the first answer, the failure of the second, and the problem after the third. */
  @Override
  public List<String> call() throws Exception {
    var done = play("a");
    var lane = scenario.actuators.log.stream().filter(line -> line.startsWith("run ")).toList();
    scenario.board.inject("audio", Fault.failing());
    var failed = play("b");
    scenario.board.inject("audio", Fault.NONE);
    play("c");
    return List.of(
        lane.getLast(),
        done.content().toString(),
        String.valueOf(failed.error()),
        scenario.status("problems", "audio"));
  }

  private ToolAnswer play(String id) {
    scenario.hear(Heard.volcTool(Heard.call(id, PlayTone.NAME, Json.object())));
    return Objects.requireNonNull(ToolAnswer.of(scenario.said().getFirst()));
  }
}
