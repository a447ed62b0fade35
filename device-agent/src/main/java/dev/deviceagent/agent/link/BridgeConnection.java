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
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * One bridge, from its connecting to its end. This is the thread that reads; {@link BridgeWriter}
 * is the one that writes.
 */
final class BridgeConnection {
  /** What waits is still written for so long, where the bridge may still read it. */
  private static final Duration LAST_FRAMES = Duration.ofMillis(300);

  private final SocketChannel channel;
  private final int longestFrameBytes;
  private final Consumer<Input> inbox;
  private final BridgeWriter writer;
  private final CountDownLatch ended = new CountDownLatch(1);

  BridgeConnection(
      SocketChannel channel, int longestFrameBytes, Consumer<Input> inbox, BridgeWriter writer) {
    this.channel = channel;
    this.longestFrameBytes = longestFrameBytes;
    this.inbox = inbox;
    this.writer = writer;
  }

  /** Whether it is over, or is within this time. */
  boolean hasEnded(Duration wait) {
    return BridgeWriter.await(ended, wait);
  }

  BridgeWriter writer() {
    return writer;
  }

  void read() {
    var reason = readToTheEnd();
    // The microphone must shut now; which end of a talk has gone out is known only later.
    inbox.accept(new Input.Left(reason));
    writer.finish(LAST_FRAMES);
    inbox.accept(new Input.BridgeLeft(reason, writer.lastRead()));
    ended.countDown();
  }

  /** Hands in all that comes; why no more does. */
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
        throw new CodecException(Kind.FRAMING, "$", "it ends in the middle of a frame");
      }
      return "the bridge has closed the connection";
    } catch (CodecException e) {
      inbox.accept(new Input.Rejected(e, true));
      return "the bridge sent a malformed frame: " + e.getMessage();
    } catch (ClosedChannelException e) {
      return writer.reason();
    } catch (IOException e) {
      writer.bridgeIsGone(); // and has not read all that was written
      return "the connection broke: " + e.getMessage();
    }
  }

  /** A message that makes no sense costs that message; a control frame that does not, the link. */
  private void hear(BridgeFrame frame) throws CodecException {
    var body = frame.body();
    if (frame.kind() == BridgeFrame.CONTROL) {
      control(body);
      return;
    }
    try {
      inbox.accept(new Input.Heard(Messages.decode(body), true, body.length));
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
}
