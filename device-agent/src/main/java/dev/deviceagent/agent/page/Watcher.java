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
 * One browser that receives server-sent events (HTML, 9.2). Any thread may send it events, and none
 * waits for it: a new event replaces an unsent one of its kind, and the oldest log lines are
 * dropped. Its own thread runs in {@link #follow}.
 */
final class Watcher {
  static final String LINE = "log";

  private static final int LINES_WAITING_MOST = 100;

  /** A comment, which scripts in the browser do not see. */
  private static final Event PING = new Event("", "still here");

  /** The longest pause between two writes. Only a write detects that a browser has disconnected. */
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** The output to the browser. */
  interface Browser {
    /** Blocks until the bytes are sent. */
    void write(byte[] bytes) throws IOException;
  }

  private final Lock lock;
  private final Condition changed;
  private final SequencedMap<String, String> newest = new LinkedHashMap<>();
  private final Queue<String> lines = new ArrayDeque<>();
  private boolean isOver;

  /**
   * Creates a watcher without events.
   *
   * @param lock guards the events of all watchers of a page. They share it, so a thread that sends
   *     them an event never waits for a second lock while it holds the first.
   */
  Watcher(Lock lock) {
    this.lock = lock;
    changed = lock.newCondition();
  }

  /** Queues an event. */
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

  /** Makes {@link #follow} return. */
  void close() {
    lock.lock();
    try {
      isOver = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Writes events until it is closed; blocks. */
  void follow(Browser browser) throws IOException {
    try {
      for (var events = take(); events != null; events = take()) {
        var text = new StringBuilder();
        events.forEach(event -> text.append(event.text()));
        browser.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
    }
  }

  /** The queued events; a ping if there are none for a while; null after the end. */
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
