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
 * Writes to one bridge, on a thread of its own, and knows which start or end of a talk the bridge
 * has read. Written is not enough: what a bridge that hangs and is killed has not read is lost.
 *
 * <p>After a start or an end nothing more is written until the bridge has read it. So when a
 * connection breaks with something unread, that is the start or the end, and nothing is guessed.
 */
final class BridgeWriter {
  /** Far more than any conversation; a bridge that lets so much wait does not read. */
  static final int WAITING_MOST = 1000;

  static final int WAITING_BYTES_MOST = 512 * 1024;

  /** Between two looks at whether the bridge has read; only while more waits to be written. */
  private static final Duration LOOK_FIRST = Duration.ofNanos(200_000);

  private static final Duration LOOK_LAST = Duration.ofMillis(50);

  private final SocketChannel channel;
  private final UnixPeer peer;
  private final Consumer<TalkMark> memory;

  /** Frames to be written; an empty one says that there will be no more. */
  private final BlockingQueue<Optional<Frame>> waiting = new LinkedBlockingQueue<>(WAITING_MOST);

  private final AtomicInteger waitingBytes = new AtomicInteger();
  private final CountDownLatch written = new CountDownLatch(1);
  private volatile boolean isFinishing;

  // All that follows under the lock of this object.
  private @Nullable String reason;
  private TalkMark lastRead = TalkMark.NONE;
  private TalkMark unread = TalkMark.NONE;
  private boolean isGone;

  private record Frame(ByteBuffer bytes, TalkMark mark) {}

  /**
   * @param memory is told of a start before it is written, and of an end after it
   */
  BridgeWriter(SocketChannel channel, UnixPeer peer, Consumer<TalkMark> memory) {
    this.channel = channel;
    this.peer = peer;
    this.memory = memory;
  }

  /** Takes a frame. For the core's thread; does not wait. */
  void send(BridgeFrame frame, TalkMark mark) {
    send(frame.encode(), mark);
  }

  /** A start or an end that is no frame: it counts as read when all before it has been. */
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
      close("the bridge does not read what it is sent");
    }
  }

  /** Writes until there is no more, or the connection is closed. */
  void write() {
    peer.reading(); // the first native call takes long: before a talk, and not in one
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
      // Of a bridge that is gone, the thread that reads learns whether it had read everything.
      if (reading() != Reading.CLOSED) {
        close("cannot write to the bridge: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
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
   * Waits until the last start or end has been read, where there is one.
   *
   * @param until {@link System#nanoTime()} at which it is given up
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

  /** Where the kernel cannot be asked, what was written counts as read. */
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

  /** The bridge has not read what was written last. */
  synchronized void bridgeIsGone() {
    isGone = true;
    if (!peer.isKnown() && lastRead == TalkMark.END) {
      lastRead = TalkMark.START; // whether it read the end cannot be known: rather one too many
    }
  }

  /**
   * Writes what waits and sees it read, for a while, and closes the connection. Called by the
   * thread that reads, when nothing more comes, or by who ends the agent.
   */
  void finish(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    isFinishing = true;
    if (!waiting.offer(Optional.empty()) || !await(written, wait)) {
      Logger.debug("the bridge did not take the last frames");
    }
    if (awaitRead(until) == Reading.CLOSED && !wasReset()) {
      allIsRead();
    }
    close("the agent ends");
    if (isEndLost()) {
      memory.accept(TalkMark.START); // the talk is open as before
    }
  }

  /** Whether the bridge, which has closed its socket, had something unread then. Does not block. */
  private boolean wasReset() {
    var rest = ByteBuffer.allocate(1024);
    try {
      while (channel.read(rest.clear()) >= 0) {
        // what came after the end of all that makes sense
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

  /** Whether the bridge has not read the end that was written; told once. */
  private synchronized boolean isEndLost() {
    boolean isLost = unread == TalkMark.END;
    unread = TalkMark.NONE;
    return isLost;
  }

  /** The last start or end that the bridge has read; final after {@link #finish}. */
  synchronized TalkMark lastRead() {
    return lastRead;
  }

  /** Why the connection was closed by us. */
  synchronized String reason() {
    return reason == null ? "the connection was closed" : reason;
  }

  /** Ends the connection; the first reason stands. */
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
