package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The commands for the simulated board are refused on a real one, with the reason. */
class RealBoardTest {
  @TempDir Path folder;

  private Agent agent;

  @BeforeEach
  void start() throws Exception {
    var config =
        new ConfigReader(Tools.NAMES, Boards.NAMES)
            .parse(
                "link: {socket: b.sock}\ncontrol: {socket: c.sock}\nstate: {directory: s}\n",
                "agent.yaml",
                folder);
    var board = mock(Board.class, delegatesTo(new SimBoard()));
    doReturn(Optional.empty()).when(board).simulator();
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    agent = new Agent(config, board, TrafficListener.NOBODY, Service.NONE, threads);
    agent.start();
  }

  @AfterEach
  void end() {
    agent.close();
  }

  private static void assertRefused(String reason, Executable command) {
    assertEquals(reason, assertThrows(Refusal.class, command).getMessage());
  }

  @Test
  void aRealButtonIsNotPressedByACommand() {
    assertRefused(
        "button talk: a command cannot press a real button; press it by hand",
        () -> agent.speaker().button("talk", true));
  }

  @Test
  void noFaultIsInjected() {
    assertFalse(agent.speaker().parts().isSimulated());
    assertEquals(Map.of(), agent.speaker().parts().faults());
    assertRefused(
        "faults can be injected on the simulated board only; this board is real",
        () -> agent.speaker().faults());
  }

  @Test
  void theLinkIsNotCut() {
    assertRefused(
        "the link can be cut on the simulated board only; this board is real",
        () -> agent.speaker().link(false));
  }
}
