package dev.deviceagent.agent.link;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.RemoteLog;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.dialects.Dialects;
import dev.deviceagent.hal.linux.UnixPeer;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The socket where a vendor's SDK connects. Only one bridge at a time: a second one is refused,
 * unless the first gives way.
 */
public final class BridgeServer implements AutoCloseable {
  /** A restarted bridge may reconnect before the end of its old connection is detected. */
  private static final Duration FOR_THE_OLD_ONE_TO_END = Duration.ofMillis(500);

  /** A bridge that gives way has closed its end; this waits for our own threads only. */
  private static final Duration FOR_GIVING_WAY = Duration.ofSeconds(5);

  private static final Duration FOR_LAST_FRAMES = Duration.ofMillis(300);

  private final RemoteLog log = new RemoteLog(System::nanoTime);
  private final Path path;
  private final int longestFrameBytes;
  private final Dialects dialects;
  private final Consumer<Input> inbox;
  private final Threads threads;
  private final UnixSocket socket;
  private final Consumer<TalkMark> memory;
  private final BooleanSupplier giveWay;
  private volatile @Nullable Numbered newest;
  private volatile @Nullable BridgeWriter used;

  private record Numbered(long number, BridgeConnection connection) {}

  /**
   * Listens; accepts no connection before {@link #start}.
   *
   * @param dialects decode the messages
   * @param memory called before the start of a talk is written, and after its end is written
   * @param giveWay called when another bridge connects: disconnects the first one and returns true,
   *     or returns false if that one stays
   */
  public BridgeServer(
      Path path,
      int longestFrameBytes,
      Dialects dialects,
      Consumer<Input> inbox,
      Consumer<TalkMark> memory,
      BooleanSupplier giveWay,
      Threads threads)
      throws IOException {
    this.memory = memory;
    this.giveWay = giveWay;
    this.path = path;
    this.longestFrameBytes = longestFrameBytes;
    this.dialects = dialects;
    this.inbox = inbox;
    this.threads = threads;
    this.socket = UnixSocket.listen(path);
  }

  public void start() {
    threads.virtual("bridge-accept", () -> socket.takeAll(this::take));
  }

  /** Directs frames to this connection from now on. Core thread only. */
  public void use(long number) {
    var bridge = newest;
    if (bridge != null && bridge.number() == number) {
      used = bridge.connection().writer();
    }
  }

  /** Sends a frame to the connection in use, if it exists. Does not block. Core thread only. */
  public void send(BridgeFrame frame, TalkMark mark) {
    var writer = used;
    if (writer != null) {
      writer.send(frame, mark);
    }
  }

  /** Marks the start or end of a talk at this place among the frames. Core thread only. */
  public void mark(TalkMark mark) {
    var writer = used;
    if (writer != null) {
      writer.mark(mark);
    }
  }

  private void take(SocketChannel channel) throws IOException {
    var before = newest;
    if (before != null && !hasEnded(before.connection())) {
      log.warn("a second bridge is refused: only one can be connected");
      channel.close();
      return;
    }
    var writer = new BridgeWriter(channel, UnixPeer.ofTheOneAcceptedAt(path), memory);
    var bridge = new BridgeConnection(channel, longestFrameBytes, dialects, inbox, writer);
    long number = before == null ? 1 : before.number() + 1;
    newest = new Numbered(number, bridge);
    inbox.accept(new Input.BridgeCame(number));
    threads.virtual("bridge-write", writer::write);
    threads.virtual("bridge-read", bridge::read);
  }

  private boolean hasEnded(BridgeConnection first) {
    return first.hasEnded(FOR_THE_OLD_ONE_TO_END)
        || (giveWay.getAsBoolean() && first.hasEnded(FOR_GIVING_WAY));
  }

  /** Sends the last frames, and removes the socket. */
  @Override
  public void close() {
    socket.close();
    var bridge = newest;
    if (bridge != null) {
      bridge.connection().writer().finish(FOR_LAST_FRAMES);
    }
  }
}
