package dev.deviceagent.agent.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One browser that looks on, by server-sent events (HTML, 9.2). It is told from any thread, and
 * nobody waits for it: of each kind the newest takes the place of the one it has not taken yet, of
 * the log's lines the oldest go. Its own thread is in {@link #follow}.
 */
final class Watcher {
  static final String LINE = "log";

  private static final int LINES_WAITING_MOST = 100;

  /** A browser that has taken nothing for so many things it was told of is stuck: half a minute. */
  private static final int UNTAKEN_MOST = 900;

  /** So often something is said, for that is how one notices that a browser is gone. */
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Where its bytes go. */
  interface Browser {
    /** Blocks until they are on their way. */
    void write(byte[] bytes) throws IOException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SequencedMap<String, String> newest = new LinkedHashMap<>();
  private final Queue<String> lines = new ArrayDeque<>();
  private int untaken;
  private boolean isOver;

  /** Tells it something; false where it takes nothing any more, and should be let go. */
  boolean tell(String kind, String data) {
    lock.lock();
    try {
      if (kind.equals(LINE)) {
        if (lines.size() == LINES_WAITING_MOST) {
          lines.remove();
        }
        lines.add(data);
      } else {
        newest.put(kind, data);
      }
      changed.signal();
      return ++untaken <= UNTAKEN_MOST;
    } finally {
      lock.unlock();
    }
  }

  /** Its {@link #follow} ends. */
  void close() {
    lock.lock();
    try {
      isOver = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what it is told until it is closed; blocks. */
  void follow(Browser browser) throws IOException {
    try {
      for (var events = next(); !events.isEmpty(); events = next()) {
        browser.write(String.join("", events).getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }

  /** What there is to say, or a ping after a while; nothing when it is over. */
  private List<String> next() throws InterruptedException {
    lock.lock();
    try {
      long left = PING_NANOS;
      while (!isOver && newest.isEmpty() && lines.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      var events = new ArrayList<String>();
      if (!isOver) {
        newest.forEach((kind, data) -> events.add(event(kind, data)));
        lines.forEach(data -> events.add(event(LINE, data)));
        if (events.isEmpty()) {
          events.add(": still here\n\n");
        }
      }
      newest.clear();
      lines.clear();
      untaken = 0;
      return events;
    } finally {
      lock.unlock();
    }
  }

  private static String event(String kind, String data) {
    return "event: " + kind + "\ndata: " + data + "\n\n";
  }
}
