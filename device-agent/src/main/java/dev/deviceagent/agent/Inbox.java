package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the core. Urgent inputs (edges of a button, the microphone, the owner's mute, the
 * end) have a queue of their own that is served first, so that a flood of messages delays no
 * release. Each queue keeps its order. Both are bounded, the messages by their bytes too: a
 * producer that is faster than the core waits.
 */
final class Inbox implements Consumer<Input> {
  /** A few messages: what waits here is acted on late. */
  static final int OTHERS_MOST = 64;

  /** Decoded, a message takes several times its bytes, and the heap has 48 MB. */
  static final int BYTES_MOST = 512 * 1024;

  /** Many bounces of several buttons. */
  static final int URGENT_MOST = 256;

  /**
   * After so many urgent inputs in a row one other is served: a contact that oscillates is no lock.
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

  /** Adds an input, waiting for room. For any thread but the core's own. */
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
      Thread.currentThread().interrupt(); // its thread is ending; the input is no longer wanted
    } finally {
      lock.unlock();
    }
  }

  /** One that is alone always fits. */
  private boolean isTooMuch(Input input) {
    return !others.isEmpty() && waitingBytes + input.bytes() > BYTES_MOST;
  }

  /** Adds an input that the core's own acting has caused. For the core's thread only. */
  void acceptFromCore(Input input) {
    fromCore.add(input);
  }

  /**
   * The next input, or null when the time is over. A time that is over already gives none but an
   * urgent one: what is due goes before the messages. For the core's thread only.
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
      otherTaken.signalAll(); // each waits for room of its own size
    }
    return input;
  }
}
