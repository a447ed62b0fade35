package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the core, oldest first. It is short, so that an edge of the button never waits for
 * more than a few messages; who fills it faster than the core empties it is held up.
 */
final class Inbox implements Consumer<Input> {
  private static final int SIZE = 64;

  private final BlockingQueue<Input> fromOthers = new ArrayBlockingQueue<>(SIZE);
  private final Queue<Input> fromCore = new ArrayDeque<>();

  /** Adds an input, waiting for room. For any thread but the core's own. */
  @Override
  public void accept(Input input) {
    try {
      fromOthers.put(input);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // its thread is ending; the input is no longer wanted
    }
  }

  /** Adds an input that the core's own acting has caused. For the core's thread only. */
  void acceptFromCore(Input input) {
    fromCore.add(input);
  }

  /** The next input, or null when the time is over. For the core's thread only. */
  @Nullable Input next(long nanos) throws InterruptedException {
    var own = fromCore.poll();
    return own != null ? own : fromOthers.poll(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
  }
}
