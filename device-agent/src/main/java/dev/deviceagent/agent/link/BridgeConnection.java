package dev.deviceagent.agent.link;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.JsonReader;
import dev.deviceagent.codec.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** One bridge, from its connecting to its end: a thread that reads and one that writes. */
final class BridgeConnection {
  private static final int WAITING_MOST = 1000;

  private final SocketChannel channel;
  private final int longestFrameBytes;
  private final Consumer<Input> inbox;

  /** Frames to be written; an empty one says that there will be no more. */
  private final BlockingQueue<Optional<ByteBuffer>> waiting =
      new LinkedBlockingQueue<>(WAITING_MOST);

  private final CountDownLatch written = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable String reason;

  BridgeConnection(SocketChannel channel, int longestFrameBytes, Consumer<Input> inbox) {
    this.channel = channel;
    this.longestFrameBytes = longestFrameBytes;
    this.inbox = inbox;
  }

  /** Whether it is over, or is within this time. */
  boolean hasEnded(Duration wait) {
    return await(ended, wait);
  }

  void send(BridgeFrame frame) {
    if (!waiting.offer(Optional.of(frame.encode()))) {
      end("the bridge does not read what it is sent");
    }
  }

  /** Writes what waits, for a while, and ends the connection. */
  void finish(Duration wait) {
    if (waiting.offer(Optional.empty()) && !await(written, wait)) {
      Logger.warn("the bridge did not take the last frames");
    }
    end("the agent ends");
  }

  void write() {
    try {
      for (var frame = waiting.take(); frame.isPresent(); frame = waiting.take()) {
        while (frame.get().hasRemaining()) {
          channel.write(frame.get());
        }
      }
    } catch (IOException e) {
      end("cannot write to the bridge: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it; if so, it ends
    }
    written.countDown();
  }

  void read() {
    var buffer = ByteBuffer.allocate(BridgeFrame.HEADER_BYTES + longestFrameBytes);
    try {
      while (channel.read(buffer) >= 0) {
        buffer.flip();
        for (var frame = BridgeFrame.take(buffer, longestFrameBytes);
            frame != null;
            frame = BridgeFrame.take(buffer, longestFrameBytes)) {
          hear(frame);
        }
        buffer.compact();
      }
      if (buffer.position() > 0) {
        throw new CodecException(Kind.FRAMING, "$", "it ends in the middle of a frame");
      }
      end("the bridge has closed the connection");
    } catch (CodecException e) {
      inbox.accept(new Input.Rejected(e, true));
      end("the bridge sent a malformed frame: " + e.getMessage());
    } catch (ClosedChannelException e) {
      end("the connection was closed");
    } catch (IOException e) {
      end("the connection broke: " + e.getMessage());
    }
    var why = reason;
    inbox.accept(new Input.BridgeLeft(why == null ? "the connection ended" : why));
    waiting.clear();
    waiting.add(Optional.empty());
    ended.countDown();
  }

  /** A message that makes no sense costs that message; a control frame that does not, the link. */
  private void hear(BridgeFrame frame) throws CodecException {
    if (frame.kind() == BridgeFrame.CONTROL) {
      control(frame.body());
      return;
    }
    try {
      inbox.accept(new Input.Heard(Messages.decode(frame.body()), true));
    } catch (CodecException e) {
      inbox.accept(new Input.Rejected(e, true));
    }
  }

  private void control(byte[] body) throws CodecException {
    var control = Fields.of(JsonReader.object(JsonReader.utf8(body, 0, body.length)));
    var level = control.optionalNumber("level");
    if (level != null) {
      voice(level.doubleValue());
      return;
    }
    var link = control.optionalText("link");
    switch (link) {
      case "joined" -> inbox.accept(new Input.Joined());
      case "left" -> {
        var why = control.optionalText("reason");
        inbox.accept(new Input.Left(why == null ? "the bridge left the room" : why));
      }
      case null -> Logger.debug("a control frame that this version does not know");
      default ->
          throw new CodecException(Kind.RANGE, "$.link", "is neither \"joined\" nor \"left\"");
    }
  }

  /** How loud the AI speaks; what is out of range is taken as its end of it. */
  private void voice(double level) {
    inbox.accept(new Input.Voice(Math.clamp(level, 0, 1)));
  }

  /** Ends the connection; the first reason stands. */
  private synchronized void end(String why) {
    if (reason == null) {
      reason = why;
    }
    try {
      channel.close();
    } catch (IOException e) {
      Logger.debug("closing the bridge's connection: {}", e.getMessage());
    }
  }

  private static boolean await(CountDownLatch latch, Duration wait) {
    try {
      return latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
