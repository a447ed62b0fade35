package dev.deviceagent.agent.link;

import dev.deviceagent.agent.runtime.Threads;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * Limits the connections of a socket, and how long each may wait for its peer. A transfer that
 * takes too long closes its channel, because the JDK has no read timeout for a Unix socket. If
 * there are too many connections, a new one replaces the connection that has waited longest for its
 * peer, so a new connection waits no longer than the grace period for slow peers. Thread-safe.
 */
final class Peers {
  /**
   * The grace period: a connection keeps its place for this time, even if its peer sends nothing.
   */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Semaphore places;
  private final Duration patience;
  private final Threads threads;

  /** Channels that wait for their peer, and the start of the wait; the longest wait first. */
  private final SequencedMap<SocketChannel, Long> waiting = new LinkedHashMap<>();

  /** A call that blocks until the peer writes or reads. */
  interface Transfer<T> {
    T run() throws IOException;
  }

  /**
   * @param most simultaneous connections
   * @param patience for one transfer
   */
  Peers(int most, Duration patience, Threads threads) {
    this.places = new Semaphore(most);
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Takes a place for a connection, which waits for its peer from now on. Blocks until a place is
   * free: for the grace period, or longer while no connection waits for its peer. For one thread.
   */
  void enter(SocketChannel channel) throws InterruptedException {
    while (!places.tryAcquire(graceNanos(), TimeUnit.NANOSECONDS)) {
      if (closeLongestWaiting()) {
        places.acquire(); // the closed connection releases its place
        break;
      }
    }
    begin(channel);
  }

  /** Releases the place; the channel is already closed. */
  void leave() {
    places.release();
  }

  /**
   * Runs a transfer.
   *
   * @throws IOException also if it takes too long
   */
  <T> T await(SocketChannel channel, Transfer<T> transfer) throws IOException {
    var done = new CountDownLatch(1);
    begin(channel);
    threads.virtual("control-deadline", () -> closeUnless(done, channel));
    try {
      return transfer.run();
    } finally {
      done.countDown();
      synchronized (waiting) {
        waiting.remove(channel);
      }
    }
  }

  private void begin(SocketChannel channel) {
    synchronized (waiting) {
      waiting.putIfAbsent(channel, System.nanoTime());
    }
  }

  /** The remaining grace period of the connection that has waited longest. */
  private long graceNanos() {
    synchronized (waiting) {
      var longest = waiting.firstEntry();
      long waited = longest == null ? 0 : System.nanoTime() - longest.getValue();
      return Math.max(0, GRACE.toNanos() - waited);
    }
  }

  private boolean closeLongestWaiting() {
    synchronized (waiting) {
      if (waiting.isEmpty() || graceNanos() > 0) {
        return false;
      }
      close(waiting.pollFirstEntry().getKey());
      return true;
    }
  }

  private void closeUnless(CountDownLatch done, SocketChannel channel) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        close(channel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      Logger.debug("closing a connection: {}", e.getMessage());
    }
  }
}
