package dev.deviceagent.agent.link;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.BridgeControl;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.CodecException;
import dev.deviceagent.codec.CodecException.Kind;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * One bridge, from connecting to disconnecting. This class reads on one thread; {@link
 * BridgeWriter} writes on another.
 */
final class BridgeConnection {
  /**
   * At the end, waiting frames are still written for this time, if the bridge may still read them.
   */
  private static final Duration LAST_FRAMES = Duration.ofMillis(300);

  private final SocketChannel channel;
  private final int longestFrameBytes;
  private final Dialects dialects;
  private final Consumer<Input> inbox;
  private final BridgeWriter writer;
  private final CountDownLatch ended = new CountDownLatch(1);

  BridgeConnection(
      SocketChannel channel,
      int longestFrameBytes,
      Dialects dialects,
      Consumer<Input> inbox,
      BridgeWriter writer) {
    this.channel = channel;
    this.dialects = dialects;
    this.longestFrameBytes = longestFrameBytes;
    this.inbox = inbox;
    this.writer = writer;
  }

  /** Whether the connection has ended, now or within this time. */
  boolean hasEnded(Duration wait) {
    return BridgeWriter.await(ended, wait);
  }

  BridgeWriter writer() {
    return writer;
  }

  void read() {
    var reason = readToTheEnd();
    // The microphone must shut now; which end of a talk was sent is known only later.
    inbox.accept(new Input.Left(reason));
    writer.finish(LAST_FRAMES);
    inbox.accept(new Input.BridgeLeft(reason, writer.lastRead()));
    ended.countDown();
  }

  /** Passes every frame to the inbox. Returns why no more frames arrive. */
  private String readToTheEnd() {
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
        throw new CodecException(
            Kind.FRAMING, "$", "the connection ended in the middle of a frame");
      }
      return "the bridge closed the connection";
    } catch (CodecException e) {
      inbox.accept(new Input.Rejected(e, true));
      return "the bridge sent a malformed frame: " + e.getMessage();
    } catch (ClosedChannelException e) {
      return writer.reason();
    } catch (IOException e) {
      writer.bridgeIsGone(); // it has not read everything that was written
      return "the connection failed: " + e.getMessage();
    }
  }

  /** An invalid message is dropped; an invalid control frame closes the link. */
  private void hear(BridgeFrame frame) throws CodecException {
    var body = frame.body();
    if (frame.kind() == BridgeFrame.CONTROL) {
      control(body);
      return;
    }
    try {
      inbox.accept(new Input.Heard(dialects.receive(body), true, body.length));
    } catch (CodecException e) {
      inbox.accept(new Input.Rejected(e, true));
    }
  }

  private void control(byte[] body) throws CodecException {
    switch (BridgeControl.read(body)) {
      case BridgeControl.Joined() -> inbox.accept(new Input.Joined());
      case BridgeControl.Left(var reason) -> inbox.accept(new Input.Left(reason));
      case BridgeControl.Level(var level) -> inbox.accept(new Input.Voice(level));
      case BridgeControl.Told(var told) -> inbox.accept(new Input.Told(told));
    }
  }
}
