package dev.deviceagent.agent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which inputs wait for the core, and in which order it receives them. */
class InboxTest {
  private static final long NOW = 0;
  private static final long LATER = 1_000_000;

  private final Inbox inbox = new Inbox();

  private static Input message(int bytes) {
    var message = new Received("test", "event", List.of(new Signal.Idle()));
    return new Input.Heard(message, true, bytes);
  }

  private static Input edge(long at) {
    return new Input.Edge("talk", true, at);
  }

  @Test
  void anEdgeOvertakesEveryMessage() throws InterruptedException {
    var first = message(10);
    inbox.accept(first);
    inbox.accept(message(10));
    inbox.accept(edge(1));
    inbox.accept(edge(2));
    assertEquals(edge(1), inbox.next(LATER));
    assertEquals(edge(2), inbox.next(LATER));
    assertSame(first, inbox.next(LATER));
  }

  @Test
  void whatIsDueGoesBeforeAMessageAndNotBeforeAnEdge() throws InterruptedException {
    inbox.accept(message(10));
    assertNull(inbox.next(NOW));
    inbox.accept(edge(1));
    assertEquals(edge(1), inbox.next(NOW));
    assertNull(inbox.next(NOW));
    assertEquals(message(10), inbox.next(LATER));
  }

  @Test
  void aContactThatOscillatesDoesNotLockTheMessagesOut() throws InterruptedException {
    inbox.accept(message(10));
    for (int i = 0; i < Inbox.URGENT_MOST; i++) {
      inbox.accept(edge(i));
    }
    for (int i = 0; i < Inbox.URGENT_IN_A_ROW; i++) {
      assertEquals(edge(i), inbox.next(LATER));
    }
    assertEquals(message(10), inbox.next(LATER));
    assertEquals(edge(Inbox.URGENT_IN_A_ROW), inbox.next(LATER));
  }

  @Test
  void messagesWaitForRoomByTheirBytesToo() throws InterruptedException {
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    inbox.accept(message(Inbox.BYTES_MOST));
    var full = threads.virtual("producer", () -> inbox.accept(message(1)));
    while (full.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    inbox.accept(edge(1)); // edges have separate space
    assertEquals(edge(1), inbox.next(LATER));
    assertEquals(message(Inbox.BYTES_MOST), inbox.next(LATER));
    full.join();
    assertEquals(message(1), inbox.next(LATER));
  }

  @Test
  void aMessageLargerThanAllRoomFitsAlone() throws InterruptedException {
    inbox.accept(message(Inbox.BYTES_MOST + 1));
    assertEquals(message(Inbox.BYTES_MOST + 1), inbox.next(LATER));
  }
}
