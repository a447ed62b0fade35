package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.deviceagent.agent.config.ConfigReader;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.systemd.CrashCleanup;
import dev.deviceagent.agent.systemd.Notifier;
import dev.deviceagent.agent.systemd.Service;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Diagnostics;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an orderly end leaves to the crash cleanup. */
class AgentEndTest {
  @TempDir Path folder;

  private final SimBoard sim = new SimBoard();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** Runs an agent from start to orderly end; returns the crash cleanup file. */
  private Path end(Fault fault) throws Exception {
    var cleanup = folder.resolve("last-will");
    var config =
        new ConfigReader(Tools.NAMES, Boards.NAMES)
            .parse(
                "link: {socket: b.sock}\ncontrol: {socket: c.sock}\nstate: {directory: s}\n",
                "agent.yaml",
                folder);
    // No state of the simulated board outlives the process.
    var board = mock(Board.class, delegatesTo(sim));
    var needsCleanup = new Diagnostics(new LinkedHashMap<>(), List.of("capture\tcard\t-"));
    doReturn(needsCleanup).when(board).diagnostics();
    doReturn(Optional.empty()).when(board).simulator();
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    var agent =
        new Agent(
            config,
            board,
            TrafficListener.NOBODY,
            new Service(new Notifier(told::add, null), new CrashCleanup(cleanup, 1)),
            threads);
    agent.start();
    while (!told.take().equals("READY=1")) {
      // other notifications come first
    }
    assertTrue(Files.exists(cleanup));
    sim.inject("microphone", fault);
    agent.close();
    return cleanup;
  }

  @Test
  void aMicrophoneThatReadsShutNeedsNoCleanup() throws Exception {
    assertFalse(Files.exists(end(Fault.NONE)));
  }

  @Test
  void aMicrophoneThatDoesNotShutIsLeftToTheCleanup() throws Exception {
    assertTrue(Files.exists(end(Fault.failing())));
  }

  @Test
  void aMicrophoneThatIsNotThereNeedsNoCleanup() throws Exception {
    assertFalse(Files.exists(end(Fault.absent())));
  }

  @Test
  void aMicrophoneThatIsTooSlowToTellIsLeftToTheCleanup() throws Exception {
    assertTrue(Files.exists(end(Fault.slow(Duration.ofSeconds(30)))));
    assertEquals(List.of(), List.copyOf(told).stream().filter("READY=1"::equals).toList());
  }
}
