package dev.deviceagent.agent.link;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Dialect;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * A bridge to a {@link PretendCloud}, for the simulated board. It connects through the real socket,
 * so the agent treats it like any other bridge. One thread receives, another one answers.
 */
public final class PretendBridge {
  private final BridgeClient client;
  private final PretendCloud cloud;

  /** Guards the cloud. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();

  /**
   * Connects and joins.
   *
   * @param dialect of the agent's messages
   * @throws IOException if the socket is gone
   */
  public PretendBridge(Path socket, Dialects dialects, Dialect dialect, Threads threads)
      throws IOException {
    cloud = new PretendCloud(dialects, dialect);
    client = BridgeClient.connect(socket);
    try {
      client.control(Json.object().with("link", "joined"));
    } catch (IOException e) {
      client.close();
      throw e;
    }
    threads.virtual("pretend-bridge", this::read);
    threads.virtual("pretend-cloud", this::answer);
    Logger.info("{}", replacement(socket));
  }

  /** Says in a line what this is, and how to use a real cloud. */
  public static String replacement(Path socket) {
    return "A pretend cloud answers when you talk. To replace it, connect a bridge to "
        + socket
        + " (docs/bridge.md)";
  }

  /** Whether the agent keeps the connection open. */
  public boolean isConnected() {
    return client.isOpen();
  }

  /** Leaves the room with a reason, and disconnects. Then another bridge may connect. */
  public void leave(String reason) {
    try (client) {
      client.control(Json.object().with("link", "left").with("reason", reason));
    } catch (IOException e) {
      Logger.debug("the pretend bridge is already gone: {}", e.getMessage());
    }
  }

  private void read() {
    try (client) {
      while (client.isOpen()) {
        var frame = client.receive();
        update(() -> cloud.hear(frame, System.nanoTime()));
      }
    } catch (IOException e) {
      Logger.debug("the pretend bridge ended: {}", e.getMessage());
    }
    update(() -> {}); // the other thread ends too
  }

  private void update(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void answer() {
    try {
      for (var frame = next(); frame != null; frame = next()) {
        client.send(frame);
      }
    } catch (IOException e) {
      Logger.debug("the pretend cloud is done: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
    }
  }

  /** Waits until the cloud has a frame to send; returns null if the connection has ended. */
  private @Nullable BridgeFrame next() throws InterruptedException {
    lock.lock();
    try {
      var due = cloud.next(System.nanoTime());
      while (due == null && client.isOpen()) {
        changed.awaitNanos(cloud.nanosToNext(System.nanoTime()));
        due = cloud.next(System.nanoTime());
      }
      return due;
    } finally {
      lock.unlock();
    }
  }
}
