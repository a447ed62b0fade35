package dev.deviceagent.agent.page;

import dev.deviceagent.agent.control.FaultWords;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Sends the speaker's state to every browser when it changes. A separate thread reads the state: 30
 * times a second for the ring and the face, 5 times a second for everything else, and only while a
 * browser is connected. The agent never waits for a browser.
 */
final class Live {
  private static final int WATCHERS_MOST = 8;
  private static final int LINES_KEPT = 60;
  private static final int ROUNDS_A_STATUS = 6;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;

  private final Speaker speaker;
  private final boolean isAllowed;
  private final Threads threads;
  private final Runnable onNobody;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private final Set<Watcher> watchers = new LinkedHashSet<>();
  private final SequencedMap<String, String> told = new LinkedHashMap<>();
  private final Queue<String> lines = new ArrayDeque<>();
  private boolean isPolling;
  private boolean isClosed;

  /**
   * @param isAllowed whether the page may control the speaker
   * @param onNobody called when the last browser disconnects, on that browser's thread
   */
  Live(Speaker speaker, boolean isAllowed, Threads threads, Runnable onNobody) {
    this.speaker = speaker;
    this.isAllowed = isAllowed;
    this.threads = threads;
    this.onNobody = onNobody;
  }

  /** Adds a line to the log. Thread-safe; does not block. */
  void log(Json.Obj line) {
    var text = line.toString();
    lock.lock();
    try {
      if (lines.size() == LINES_KEPT) {
        lines.remove();
      }
      lines.add(text);
      watchers.forEach(watcher -> watcher.tell(Watcher.LINE, text));
    } finally {
      lock.unlock();
    }
  }

  /** Sends all events to a browser until it disconnects; blocks. */
  void follow(Exchange exchange) throws IOException {
    var watcher = new Watcher(lock);
    if (!add(watcher)) {
      exchange.send(
          Answer.line(
              Answer.BUSY,
              WATCHERS_MOST + " browsers are already connected, the limit; close one"));
      return;
    }
    try {
      exchange.begin(new Answer(Answer.OK, "text/event-stream", new byte[0], Map.of()));
      watcher.follow(exchange::write);
    } finally {
      remove(watcher);
    }
  }

  private boolean add(Watcher watcher) {
    lock.lock();
    try {
      if (isClosed || watchers.size() == WATCHERS_MOST) {
        return false;
      }
      watchers.add(watcher);
      told.forEach(watcher::tell);
      lines.forEach(line -> watcher.tell(Watcher.LINE, line));
      if (!isPolling) {
        isPolling = true;
        threads.virtual("page-live", this::poll);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void remove(Watcher watcher) {
    boolean isLast;
    lock.lock();
    try {
      isLast = watchers.remove(watcher) && watchers.isEmpty();
    } finally {
      lock.unlock();
    }
    if (isLast) {
      onNobody.run();
    }
  }

  /** Reads the state until the last browser disconnects. */
  private void poll() {
    var seen = new HashMap<String, @Nullable Object>();
    try {
      for (int round = 0; isWatched(); round++) {
        if (round % ROUNDS_A_STATUS == 0) {
          tell(seen, "board", speaker.parts(), this::json);
          tell(seen, "status", now(), Now::toJson);
        }
        tell(seen, "leds", speaker.leds(), leds -> leds);
        tell(seen, "face", speaker.face(), Pictures::json);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
    }
  }

  private Json json(Speaker.Parts parts) {
    var faults = Json.object();
    for (var fault : parts.faults().entrySet()) {
      faults = faults.with(fault.getKey(), FaultWords.word(fault.getValue()));
    }
    return Json.object()
        .with("name", parts.name())
        .with("simulated", parts.isSimulated())
        .with("control", isAllowed)
        .with("buttons", parts.buttons())
        .with("devices", parts.devices())
        .with("faults", faults);
  }

  /**
   * The state that a browser shows.
   *
   * @param status null if the agent does not answer
   */
  private record Now(@Nullable Status status, List<Indication> indications) {
    @Nullable Json toJson() {
      return status == null
          ? null
          : status
              .toJson()
              .with("indications", indications.stream().map(Indication::word).toList());
    }
  }

  private Now now() {
    return new Now(status(), speaker.indications());
  }

  /** Null if the agent does not answer. Omits the pixels, which are sent separately. */
  private @Nullable Status status() {
    try {
      return speaker.status();
    } catch (TimeoutException e) {
      Logger.debug("the page has no status: the core does not answer");
      return null;
    }
  }

  /** Waits for the next reading; false if no browser is connected. */
  private boolean isWatched() throws InterruptedException {
    lock.lock();
    try {
      long left = told.isEmpty() ? 0 : ROUND_NANOS;
      while (left > 0 && !isClosed) {
        left = closing.awaitNanos(left);
      }
      isPolling = !isClosed && !watchers.isEmpty();
      if (!isPolling) {
        told.clear();
      }
      return isPolling;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends an event, unless its value is unchanged.
   *
   * @param seen the last value of each kind
   * @param json the value, as {@link Json#of} takes it
   */
  private <T extends @Nullable Object> void tell(
      Map<String, @Nullable Object> seen,
      String kind,
      T value,
      Function<T, @Nullable Object> json) {
    if (seen.containsKey(kind) && Objects.equals(seen.get(kind), value)) {
      return;
    }
    seen.put(kind, value);
    var data = Json.of(json.apply(value)).toString();
    lock.lock();
    try {
      told.put(kind, data);
      watchers.forEach(watcher -> watcher.tell(kind, data));
    } finally {
      lock.unlock();
    }
  }

  /** Disconnects every browser. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      closing.signalAll();
      watchers.forEach(Watcher::close);
    } finally {
      lock.unlock();
    }
  }
}
