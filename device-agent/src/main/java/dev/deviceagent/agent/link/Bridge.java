package dev.deviceagent.agent.link;

import dev.deviceagent.agent.Threads;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.BridgeFrame;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Where a vendor's SDK connects. One bridge at a time: a second is refused while the first lives.
 */
public final class Bridge implements AutoCloseable {
  /** A bridge that was restarted may be back before its own end was noticed. */
  private static final Duration FOR_THE_OLD_ONE_TO_END = Duration.ofMillis(500);

  private static final Duration FOR_LAST_FRAMES = Duration.ofMillis(300);

  private final Path path;
  private final int longestFrameBytes;
  private final Consumer<Input> inbox;
  private final Threads threads;
  private final ServerSocketChannel server;
  private volatile @Nullable BridgeConnection current;

  /** Listens; nothing is taken before {@link #start}. */
  public Bridge(Path path, int longestFrameBytes, Consumer<Input> inbox, Threads threads)
      throws IOException {
    this.path = path;
    this.longestFrameBytes = longestFrameBytes;
    this.inbox = inbox;
    this.threads = threads;
    this.server = UnixSocket.listen(path);
  }

  public void start() {
    threads.virtual("bridge-accept", this::accept);
  }

  /** Sends a frame to the bridge there is, if there is one. Never waits. */
  public void send(BridgeFrame frame) {
    var bridge = current;
    if (bridge != null) {
      bridge.send(frame);
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        take(server.accept());
      } catch (ClosedChannelException e) {
        return; // we are ending
      } catch (IOException e) {
        Logger.error("{}: cannot take a bridge: {}", path, e.getMessage());
      }
    }
  }

  private void take(SocketChannel channel) throws IOException {
    var before = current;
    if (before != null && !before.hasEnded(FOR_THE_OLD_ONE_TO_END)) {
      Logger.warn("a second bridge is refused while the first lives");
      channel.close();
      return;
    }
    var bridge = new BridgeConnection(channel, longestFrameBytes, inbox);
    current = bridge;
    inbox.accept(new Input.BridgeCame());
    threads.virtual("bridge-write", bridge::write);
    threads.virtual("bridge-read", bridge::read);
  }

  /** Lets the last frames out, and removes the socket. */
  @Override
  public void close() {
    UnixSocket.remove(server, path);
    var bridge = current;
    if (bridge != null) {
      bridge.finish(FOR_LAST_FRAMES);
    }
  }
}
