package dev.deviceagent.agent.link;

import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.hal.linux.UnixPeer;
import dev.deviceagent.hal.linux.UnixPeer.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Writes to one bridge on a separate thread, and knows which start or end of a talk the bridge has
 * read. A write is not enough: bytes that a hanging bridge leaves unread are lost when it is
 * killed.
 *
 * <p>After a start or an end, nothing more is written until the bridge has read it. So if a
 * connection breaks with unread bytes, they are that start or end, and no guess is needed.
 */
final class BridgeWriter {
  /** Far more than any conversation needs: a bridge with this many waiting frames does not read. */
  static final int WAITING_MOST = 1000;

  static final int WAITING_BYTES_MOST = 512 * 1024;

  /**
   * The first delay between two checks whether the bridge has read; used only if more frames wait.
   */
  private static final Duration LOOK_FIRST = Duration.ofNanos(200_000);

  private static final Duration LOOK_LAST = Duration.ofMillis(50);

  private final SocketChannel channel;
  private final UnixPeer peer;
  private final Consumer<TalkMark> memory;

  /** Frames to be written; an empty one means that no more follow. */
  private final BlockingQueue<Optional<Frame>> waiting = new LinkedBlockingQueue<>(WAITING_MOST);

  private final AtomicInteger waitingBytes = new AtomicInteger();
  private final CountDownLatch written = new CountDownLatch(1);
  private volatile boolean isFinishing;

  // The lock of this object guards all fields below.
  private @Nullable String reason;
  private TalkMark lastRead = TalkMark.NONE;
  private TalkMark unread = TalkMark.NONE;
  private boolean isGone;

  private record Frame(ByteBuffer bytes, TalkMark mark) {}

  /**
   * @param memory called before a start is written, and after an end is written
   */
  BridgeWriter(SocketChannel channel, UnixPeer peer, Consumer<TalkMark> memory) {
    this.channel = channel;
    this.peer = peer;
    this.memory = memory;
  }

  /** Queues a frame. Core thread only; does not block. */
  void send(BridgeFrame frame, TalkMark mark) {
    send(frame.encode(), mark);
  }

  /**
   * A start or an end without a frame: it counts as read when everything before it has been read.
   */
  void mark(TalkMark mark) {
    send(ByteBuffer.allocate(0), mark);
  }

  private void send(ByteBuffer bytes, TalkMark mark) {
    int length = bytes.remaining();
    if (isFinishing) {
      return; // the core learns that it was not read
    }
    if (waitingBytes.addAndGet(length) > WAITING_BYTES_MOST
        || !waiting.offer(Optional.of(new Frame(bytes, mark)))) {
      bridgeIsGone();
      close("the bridge does not read its frames");
    }
  }

  /** Writes until there are no more frames, or the connection is closed. */
  void write() {
    peer.reading(); // the first native call is slow, so make it before a talk
    try {
      for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
        var frame = next.get();
        if (awaitRead(System.nanoTime() + Long.MAX_VALUE / 2) == Reading.CLOSED) {
          break;
        }
        write(frame);
        waitingBytes.addAndGet(-frame.bytes().limit());
      }
    } catch (IOException e) {
      // If the bridge is gone, the reading thread determines whether it had read everything.
      if (reading() != Reading.CLOSED) {
        close("cannot write to the bridge: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
    }
    written.countDown();
  }

  private synchronized Reading reading() {
    return isGone || !channel.isOpen() ? Reading.CLOSED : peer.reading();
  }

  private void write(Frame frame) throws IOException {
    if (frame.mark() == TalkMark.START) {
      memory.accept(TalkMark.START);
    }
    while (frame.bytes().hasRemaining()) {
      channel.write(frame.bytes());
    }
    if (frame.mark() == TalkMark.END) {
      memory.accept(TalkMark.END);
    }
    if (frame.mark() != TalkMark.NONE) {
      synchronized (this) {
        unread = frame.mark();
      }
    }
  }

  /**
   * Waits until the last start or end, if there is one, has been read.
   *
   * @param until timeout, as {@link System#nanoTime()}
   */
  private Reading awaitRead(long until) {
    var pause = LOOK_FIRST;
    for (var reading = isRead(); reading == Reading.PENDING; reading = isRead()) {
      if (System.nanoTime() - until >= 0) {
        return reading;
      }
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.multipliedBy(2).compareTo(LOOK_LAST) < 0 ? pause.multipliedBy(2) : LOOK_LAST;
    }
    return isRead();
  }

  /** If the kernel cannot report it, written bytes count as read. */
  private synchronized Reading isRead() {
    if (unread == TalkMark.NONE) {
      return Reading.DONE;
    }
    var reading = reading();
    if (reading == Reading.DONE || reading == Reading.UNKNOWN) {
      lastRead = unread;
      unread = TalkMark.NONE;
    }
    return reading;
  }

  /** The bridge left the last bytes unread. */
  synchronized void bridgeIsGone() {
    isGone = true;
    if (!peer.isKnown() && lastRead == TalkMark.END) {
      lastRead = TalkMark.START; // unknown whether it read the end: one end too many is safer
    }
  }

  /**
   * Writes the waiting frames, waits for a limited time until they are read, and closes the
   * connection. Called by the reading thread when no more frames arrive, or at shutdown.
   */
  void finish(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    isFinishing = true;
    if (!waiting.offer(Optional.empty()) || !await(written, wait)) {
      Logger.debug("the bridge did not read the last frames");
    }
    if (awaitRead(until) == Reading.CLOSED && !wasReset()) {
      allIsRead();
    }
    close("the agent is stopping");
    if (isEndLost()) {
      memory.accept(TalkMark.START); // the talk is still open
    }
  }

  /** Whether the bridge had unread bytes when it closed its socket. Does not block. */
  private boolean wasReset() {
    var rest = ByteBuffer.allocate(1024);
    try {
      while (channel.read(rest.clear()) >= 0) {
        // bytes after the last valid frame
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private synchronized void allIsRead() {
    if (unread != TalkMark.NONE && !isGone) {
      lastRead = unread;
      unread = TalkMark.NONE;
    }
  }

  /** Whether the bridge has not read the end that was written. Returns true once. */
  private synchronized boolean isEndLost() {
    boolean isLost = unread == TalkMark.END;
    unread = TalkMark.NONE;
    return isLost;
  }

  /** The last start or end that the bridge has read; final after {@link #finish}. */
  synchronized TalkMark lastRead() {
    return lastRead;
  }

  /** Why this side closed the connection. */
  synchronized String reason() {
    return reason == null ? "the connection was closed" : reason;
  }

  /** Closes the connection. Only the first reason is stored. */
  private synchronized void close(String why) {
    if (reason == null) {
      reason = why;
    }
    try {
      channel.close();
    } catch (IOException e) {
      Logger.debug("closing the bridge's connection: {}", e.getMessage());
    }
  }

  static boolean await(CountDownLatch latch, Duration wait) {
    try {
      return latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
