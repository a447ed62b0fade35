package dev.deviceagent.agent.actuators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.deviceagent.agent.config.ThemeReader;
import dev.deviceagent.agent.lights.QuietHours;
import dev.deviceagent.agent.link.BridgeServer;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Inbox;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.storage.Memory;
import dev.deviceagent.agent.storage.Store;
import dev.deviceagent.agent.systemd.Notifier;
import dev.deviceagent.agent.tools.Plan;
import dev.deviceagent.agent.tools.RingChime;
import dev.deviceagent.agent.tools.Tools;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.sim.SimBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/** One thread for each device, whatever the source of its work. */
@Timeout(20)
class DeviceActuatorsTest {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final Calls chimeCalls = new Calls();
  private final Calls playerCalls = new Calls();
  private final Chime chime = mock(Chime.class, chimeCalls);
  private final Player player = mock(Player.class, playerCalls);
  private final Board board = mock(Board.class, delegatesTo(new SimBoard()));
  private @Nullable DeviceActuators made;
  private long tickets;

  /**
   * The calls of one device. Each is recorded with its thread, and blocks until the test releases
   * it.
   */
  private static final class Calls implements Answer<@Nullable Object> {
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Semaphore mayGoOn = new Semaphore(0);

    @Override
    public @Nullable Object answer(InvocationOnMock call) {
      threads.add(Thread.currentThread());
      begun.add(call.getMethod().getName());
      mayGoOn.acquireUninterruptibly();
      return call.getMethod().getReturnType() == Player.Playback.class
          ? new Player.Playback(Player.Mode.PAUSED, null)
          : null;
    }

    /** Waits until the next calls have started. */
    List<String> take(int count) throws InterruptedException {
      var names = new ArrayList<String>();
      while (names.size() < count) {
        names.add(begun.take());
      }
      return names;
    }
  }

  @BeforeEach
  void make() throws Exception {
    doReturn(Optional.of(chime)).when(board).chime();
    doReturn(Optional.of(player)).when(board).player();
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    var inbox = new Inbox();
    made =
        new DeviceActuators(
            board,
            inbox,
            mock(BridgeServer.class),
            new Screens(
                board, ThemeReader.read(ThemeReader.DEFAULT, Path.of("/")), QuietHours.none(100)),
            new Memory(new Store(folder), board.lights(), inbox, threads),
            TrafficListener.NOBODY,
            Notifier.NONE,
            threads);
  }

  @AfterEach
  void letGo() {
    chimeCalls.mayGoOn.release(100);
    playerCalls.mayGoOn.release(100);
  }

  private DeviceActuators actuators() {
    if (made == null) {
      throw new AssertionError("not made");
    }
    return made;
  }

  private boolean run(Plan plan) {
    return actuators().run(tickets++, plan);
  }

  private Plan ring() {
    return new RingChime(chime, false).check(Fields.of(Json.object()));
  }

  private Plan pause() throws Exception {
    return new Tools(board, Map.of())
        .find("ControlPlayback")
        .check(Fields.of(Json.object().with("action", "pause")));
  }

  private Heartbeat heartbeat(String name) {
    return actuators().heartbeats().stream()
        .filter(heartbeat -> heartbeat.name().equals(name))
        .reduce((_, _) -> {
          throw new AssertionError("two threads are called " + name);
        })
        .orElseThrow();
  }

  @Test
  void aToolRingsTheChimeOnTheThreadThatRingsItForAnAnnouncement() throws Exception {
    assertTrue(run(ring()));
    assertEquals(List.of("ring"), chimeCalls.take(1));
    actuators().ring(); // while the tool's call is in progress
    chimeCalls.mayGoOn.release(2);
    assertEquals(List.of("ring"), chimeCalls.take(1));
    assertEquals(1, chimeCalls.threads.size());
  }

  @Test
  void theMusicIsMadeSofterOnTheThreadOfThePlayersTools() throws Exception {
    assertTrue(run(pause()));
    assertEquals(List.of("pause"), playerCalls.take(1));
    actuators().duck(true); // while the tool's call is in progress
    playerCalls.mayGoOn.release(3);
    assertEquals(List.of("playback", "duck"), playerCalls.take(2));
    assertEquals(1, playerCalls.threads.size());
  }

  @Test
  void onlyTheNewestDuckingIsDoneAndAFullLaneDoesNotRefuseIt() throws Exception {
    assertTrue(run(pause()));
    playerCalls.take(1);
    for (int i = 0; i < 8; i++) {
      assertTrue(run(pause()));
    }
    assertFalse(run(pause()), "the lane is full");
    actuators().duck(true);
    actuators().duck(false);
    actuators().duck(true);
    playerCalls.mayGoOn.release(100);
    assertEquals(List.of("playback", "duck"), playerCalls.take(2), "before the tools that wait");
    for (int i = 0; i < 8; i++) {
      assertEquals(List.of("pause", "playback"), playerCalls.take(2));
    }
    actuators().duck(false);
    assertEquals(List.of("unduck"), playerCalls.take(1), "and no other ducking was done before");
  }

  @Test
  void aDuckingThatWaitsTakesNoToolsPlace() throws Exception {
    actuators().duck(true);
    playerCalls.take(1);
    actuators().duck(false);
    for (int i = 0; i < 8; i++) {
      assertTrue(run(pause()));
    }
    assertFalse(run(pause()));
  }

  @Test
  void atMostTwoChimesWait() throws Exception {
    actuators().ring();
    chimeCalls.take(1);
    for (int i = 0; i < 10; i++) {
      actuators().ring();
    }
    assertFalse(run(ring()), "a tool waits in the same lane");
    chimeCalls.mayGoOn.release(100);
    chimeCalls.take(2);
    assertTrue(run(ring()));
    chimeCalls.take(1);
    assertEquals(List.of(), List.copyOf(chimeCalls.begun));
  }

  @Test
  void atMostTwoToolsWaitForTheChime() throws Exception {
    assertTrue(run(ring()));
    chimeCalls.take(1);
    assertTrue(run(ring()));
    assertTrue(run(ring()));
    assertFalse(run(ring()));
  }

  @Test
  void aChimeOrADuckingThatHangsIsSeenByTheWatchdog() throws Exception {
    actuators().ring();
    chimeCalls.take(1);
    actuators().duck(true);
    playerCalls.take(1);
    long now = System.nanoTime();
    for (var device : List.of("chime", "playback")) {
      assertFalse(heartbeat(device).isStuck(now), device);
      assertTrue(heartbeat(device).isStuck(now + TWO_MINUTES.toNanos() + 1), device);
    }
  }
}
