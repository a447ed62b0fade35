package dev.deviceagent.agent.core;

import static dev.deviceagent.agent.core.Heard.call;
import static dev.deviceagent.agent.core.Heard.mcp;
import static dev.deviceagent.agent.core.Heard.nertcTool;
import static dev.deviceagent.agent.core.Heard.volcTool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.deviceagent.agent.alarms.AlarmBook;
import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.RingChime;
import dev.deviceagent.agent.tools.Tool;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.sim.SimBoard;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A new tool is one file and one line in the table; no other code changes. The tool is for the
 * chime, which no tool of the program uses, and which has no state to read.
 */
class NewToolTest {
  private final Scenario scenario = scenario("link: {dialect: volcengine}", false);

  private static Scenario scenario(String yaml, boolean isQuestion) {
    return Scenario.with(RingChime.entry(isQuestion), yaml);
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
  void itIsOfferedToTheAi() {
    scenario.hear(mcp("a", "tools/list", Json.object()));
    var said = scenario.said().toString();
    assertTrue(said.contains("Rings the chime."), said);
  }

  @Test
  void aBoardWithoutItsDeviceDoesNotHaveIt() {
    var bare = mock(Board.class);
    when(bare.lights()).thenReturn(new LinkedHashMap<>());
    var table = List.of(RingChime.entry(false));
    var book = AlarmBook.inMemory(Clock.systemUTC());
    assertEquals(List.of(), new Tools(table, bare, Map.of(), book).all());
    var tools = new Tools(table, new SimBoard(_ -> {}), Map.of(), book).all();
    assertEquals(List.of(RingChime.NAME), tools.stream().map(Tool::name).toList());
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
