package dev.deviceagent.agent.runtime;

import dev.deviceagent.agent.core.Input;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of inputs for the core. Urgent inputs (button edges, the microphone, the owner's mute,
 * shutdown) have a separate queue that is served first, so a flood of messages does not delay a
 * release. Each queue keeps its order. Both queues are bounded, and messages are also bounded by
 * their bytes. A producer that is faster than the core waits.
 */
public final class Inbox implements Consumer<Input> {
  /** Small, because a message that waits here is acted on late. */
  static final int OTHERS_MOST = 64;

  /** A decoded message takes several times its bytes, and the heap has 48 MB. */
  static final int BYTES_MOST = 512 * 1024;

  /** Enough for many bounces of several buttons. */
  static final int URGENT_MOST = 256;

  /**
   * After this many consecutive urgent inputs, one other is served, so an oscillating contact does
   * not block the messages.
   */
  static final int URGENT_IN_A_ROW = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition urgentTaken = lock.newCondition();
  private final Condition otherTaken = lock.newCondition();
  private final Queue<Input> urgent = new ArrayDeque<>();
  private final Queue<Input> others = new ArrayDeque<>();
  private final Queue<Input> fromCore = new ArrayDeque<>();
  private int waitingBytes;
  private int urgentInARow;

  /** Adds an input; blocks until there is room. For any thread except the core's. */
  @Override
  public void accept(Input input) {
    lock.lock();
    try {
      if (input.isUrgent()) {
        while (urgent.size() >= URGENT_MOST) {
          urgentTaken.await();
        }
        urgent.add(input);
      } else {
        while (others.size() >= OTHERS_MOST || isTooMuch(input)) {
          otherTaken.await();
        }
        others.add(input);
        waitingBytes += input.bytes();
      }
      filled.signal();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // its thread is ending; the input is no longer needed
    } finally {
      lock.unlock();
    }
  }

  /** Whether the input must wait for room. An input always fits into an empty queue. */
  private boolean isTooMuch(Input input) {
    return !others.isEmpty() && waitingBytes + input.bytes() > BYTES_MOST;
  }

  /** Adds an input that the core's own action has caused. Core thread only. */
  public void acceptFromCore(Input input) {
    fromCore.add(input);
  }

  /**
   * The next input, or null on timeout. If the timeout is zero or negative, returns only an urgent
   * input, because work that is due goes before messages. Core thread only.
   */
  @Nullable Input next(long nanos) throws InterruptedException {
    var own = fromCore.poll();
    if (own != null) {
      return own;
    }
    lock.lock();
    try {
      long left = nanos;
      while (urgent.isEmpty() && left > 0 && others.isEmpty()) {
        left = filled.awaitNanos(left);
      }
      boolean isOthersTurn = urgentInARow >= URGENT_IN_A_ROW && !others.isEmpty();
      if (!urgent.isEmpty() && !isOthersTurn) {
        urgentInARow++;
        urgentTaken.signal();
        return urgent.poll();
      }
      return left > 0 || isOthersTurn ? nextOther() : null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Input nextOther() {
    urgentInARow = 0;
    var input = others.poll();
    if (input != null) {
      waitingBytes -= input.bytes();
      otherTaken.signalAll(); // each waiting producer needs room for its own input
    }
    return input;
  }
}
