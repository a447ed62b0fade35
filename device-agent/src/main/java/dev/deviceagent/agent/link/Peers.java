package dev.deviceagent.agent.link;

import dev.deviceagent.agent.Threads;
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
 * takes too long ends with its channel closed, since the JDK has no read timeout for a Unix socket.
 * Where there are too many connections, a further one takes the place of the one that has waited
 * longest for its peer, so that slow peers delay nobody by more than the grace. For any thread.
 */
final class Peers {
  /** A connection keeps its place so long, even if its peer has not sent a byte. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Semaphore places;
  private final Duration patience;
  private final Threads threads;

  /** Channels that wait for their peer, and since when; the longest wait first. */
  private final SequencedMap<SocketChannel, Long> waiting = new LinkedHashMap<>();

  /** What blocks until the peer writes or reads. */
  interface Transfer<T> {
    T run() throws IOException;
  }

  /**
   * @param most connections at a time
   * @param patience for one transfer
   */
  Peers(int most, Duration patience, Threads threads) {
    this.places = new Semaphore(most);
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Takes a place for a connection, which waits for its peer from now on. Blocks while there is
   * none: for the grace, or longer while no connection waits for its peer. For one thread.
   */
  void enter(SocketChannel channel) throws InterruptedException {
    while (!places.tryAcquire(graceNanos(), TimeUnit.NANOSECONDS)) {
      if (closeLongestWaiting()) {
        places.acquire(); // its thread is about to leave
        break;
      }
    }
    begin(channel);
  }

  /** Gives the place back; the channel is closed already. */
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

  /** How long the one that waits longest may keep its place. */
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
      Thread.currentThread().interrupt(); // nobody interrupts it
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
