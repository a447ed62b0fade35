package dev.deviceagent.agent.actuators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.hal.Fault;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.sim.SimBoard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The microphone thread with a switch whose delay the test controls. */
class MicrophoneSwitchTest {
  private final Semaphore called = new Semaphore(0);
  private final Semaphore goOn = new Semaphore(0);
  private final BlockingQueue<Boolean> moves = new LinkedBlockingQueue<>();
  private final BlockingQueue<Input> answers = new LinkedBlockingQueue<>();
  private final SimBoard board = new SimBoard(_ -> await());
  private final MicrophoneSwitch microphone =
      new MicrophoneSwitch(
          board.microphone().orElseThrow(),
          answers::add,
          new Threads(bug -> {
            throw new AssertionError(bug);
          }));

  private void await() {
    called.release();
    goOn.acquireUninterruptibly();
  }

  @BeforeEach
  void theSwitchIsSlow() throws HalException {
    board.listen((open, _) -> moves.add(open));
    board.inject("microphone", Fault.slow(Duration.ofSeconds(2)));
  }

  @Test
  void anOpeningThatIsOutdatedBeforeTheSwitchMovesOpensNothing() throws InterruptedException {
    microphone.move(1, true);
    called.acquire(); // the slow switch has started to open
    microphone.move(2, false);
    goOn.release(3); // it may open; it shuts; it is read
    assertEquals(new Input.MicrophoneMoved(1, null, null), answers.take());
    assertEquals(new Input.MicrophoneMoved(2, false, null), answers.take());
    assertEquals(List.of(false), List.copyOf(moves));
  }

  @Test
  void ofManyOrdersOnlyTheNewestIsCarriedOut() throws InterruptedException {
    microphone.move(1, false);
    called.acquire();
    for (int order = 2; order < 300; order++) {
      microphone.move(order, order % 2 == 0);
    }
    microphone.move(300, false);
    goOn.release(3);
    assertEquals(new Input.MicrophoneMoved(1, null, null), answers.take());
    assertEquals(new Input.MicrophoneMoved(300, false, null), answers.take());
    assertEquals(List.of(false, false), List.copyOf(moves));
  }

  @Test
  void aSwitchThatOpenedTooLateIsShownAsOpenUntilItIsReadShut() throws InterruptedException {
    goOn.release(4);
    microphone.move(1, true);
    assertEquals(new Input.MicrophoneMoved(1, true, null), answers.take());
    microphone.move(2, false);
    assertEquals(new Input.MicrophoneMoved(2, false, null), answers.take());
    assertEquals(List.of(true, false), List.copyOf(moves));
  }
}
