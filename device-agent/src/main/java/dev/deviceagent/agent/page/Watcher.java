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
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * One browser that looks on, by server-sent events (HTML, 9.2). It is told from any thread, and
 * nobody waits for it: of each kind the newest takes the place of the one it has not taken yet, of
 * the log's lines the oldest go. Its own thread is in {@link #follow}.
 */
final class Watcher {
  static final String LINE = "log";

  private static final int LINES_WAITING_MOST = 100;

  /** A comment, which no script in the browser sees. */
  private static final Event PING = new Event("", "still here");

  /** So often something is said, for that is how one notices that a browser is gone. */
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Where its bytes go. */
  interface Browser {
    /** Blocks until they are on their way. */
    void write(byte[] bytes) throws IOException;
  }

  private final Lock lock;
  private final Condition changed;
  private final SequencedMap<String, String> newest = new LinkedHashMap<>();
  private final Queue<String> lines = new ArrayDeque<>();
  private boolean isOver;

  /**
   * Makes one that was told nothing yet.
   *
   * @param lock guards what is told to all watchers of a page. They share it, so that a thread that
   *     tells them something never waits for a second lock while it holds the first.
   */
  Watcher(Lock lock) {
    this.lock = lock;
    changed = lock.newCondition();
  }

  /** Tells it something. */
  void tell(String kind, String data) {
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
      for (var events = take(); events != null; events = take()) {
        var text = new StringBuilder();
        events.forEach(event -> text.append(event.text()));
        browser.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
  }

  /** What it was told since; a ping if that is nothing for a while; null when it is over. */
  private @Nullable List<Event> take() throws InterruptedException {
    lock.lock();
    try {
      long left = PING_NANOS;
      while (!isOver && newest.isEmpty() && lines.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (isOver) {
        return null;
      }
      var events = new ArrayList<Event>();
      newest.forEach((kind, data) -> events.add(new Event(kind, data)));
      lines.forEach(data -> events.add(new Event(LINE, data)));
      newest.clear();
      lines.clear();
      return events.isEmpty() ? List.of(PING) : events;
    } finally {
      lock.unlock();
    }
  }

  private record Event(String kind, String data) {
    String text() {
      return kind.isEmpty() ? ": " + data + "\n\n" : "event: " + kind + "\ndata: " + data + "\n\n";
    }
  }
}
