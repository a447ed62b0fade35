package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.nertcTool;
import static dev.deviceagent.agent.core.Heard.volcTool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.RingChime;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Fault;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tool for a device without readable state: the chime. */
class UnobservedToolTest {
  private final Scenario scenario = scenario("link: {dialect: volcengine}", false);

  private static Scenario scenario(String yaml, boolean isQuestion) {
    return Scenario.with(board -> new RingChime(board.chime().orElseThrow(), isQuestion), yaml);
  }

  private static Json.Obj ring(String id) {
    return call(id, RingChime.NAME, Json.object());
  }

  private ToolAnswer answer() {
    var said = scenario.said();
    assertEquals(1, said.size(), said.toString());
    return Objects.requireNonNull(ToolAnswer.of(said.getFirst()));
  }

  private String problem() {
    return scenario.status("problems", "chime");
  }

  @Test
  void itIsRunInItsLaneAndAnswered() {
    scenario.hear(volcTool(ring("a")));
    assertEquals("{\"ok\":true,\"rung\":true}", answer().content().toString());
    assertTrue(scenario.actuators.log.contains("run chime"));
  }

  @Test
  void nothingIsKnownOfItsDeviceButAFailure() throws Exception {
    var before = scenario.status().get("volume");
    scenario.board.inject("chime", Fault.failing());
    scenario.hear(volcTool(ring("a")));
    assertEquals("device_failed", answer().error());
    assertTrue(problem().contains("sim:chime"), problem());
    scenario.board.inject("chime", Fault.NONE);
    scenario.hear(volcTool(ring("b")));
    assertTrue(answer().ok());
    assertEquals("", problem(), "it works again");
    assertEquals(before, scenario.status().get("volume"));
  }

  @Test
  void oneThatIsLateIsAProblemUntilItIsDone() {
    scenario.slow(Lane.CHIME).hear(volcTool(ring("a"))).millis(10_000);
    assertEquals("timeout", answer().error());
    assertTrue(problem().contains("'chime'"), problem());
    scenario.release(Lane.CHIME);
    assertEquals("", problem());
  }

  @Test
  void theFailureOfAQuestionIsSpoken() throws Exception {
    var asked = scenario("link: {dialect: nertc}", true);
    asked.board.inject("chime", Fault.absent());
    asked.hear(nertcTool(ring("a")));
    var said = asked.said().toString();
    assertTrue(said.contains("Sorry, I could not ring the chime."), said);
  }

  @Test
  void aQuestionWithoutWordsIsNotSpoken() {
    var asked = scenario("link: {dialect: nertc}", true);
    asked.hear(nertcTool(ring("a")));
    assertEquals("[]", asked.said().toString());
  }
}
