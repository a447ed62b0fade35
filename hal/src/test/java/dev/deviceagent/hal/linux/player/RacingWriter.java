package dev.deviceagent.hal.linux.player;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.spi.message.IMessageWriter;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.freedesktop.dbus.spi.message.InputStreamMessageReader;
import org.freedesktop.dbus.spi.message.OutputStreamMessageWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a hang-up of the bus meet a use of the connection. The thread that notices the hang-up
 * waits for the next use, and that use waits until this thread has dropped the connection.
 */
final class RacingWriter extends OutputStreamMessageWriter {
  private static volatile boolean isRacing;

  private final Semaphore used = new Semaphore(0);
  private final Semaphore hungUp = new Semaphore(0);
  private volatile @Nullable Thread dropping;

  private static volatile @Nullable RacingWriter last;

  private RacingWriter(SocketChannel socket) {
    super(socket);
  }

  /** A connection and the writer that it uses. */
  record Raced<C>(C connection, RacingWriter writer) {}

  static <C> Raced<C> of(Callable<C> opening) throws Exception {
    isRacing = true;
    try {
      var connection = opening.call();
      return new Raced<>(connection, Objects.requireNonNull(last, "the provider was not used"));
    } finally {
      isRacing = false;
    }
  }

  /** Waits until the hang-up has been noticed; the next use then meets it. */
  void awaitHangUp() {
    hungUp.acquireUninterruptibly();
  }

  @Override
  public void close() throws IOException {
    dropping = Thread.currentThread();
    hungUp.release();
    used.acquireUninterruptibly();
    super.close();
  }

  @Override
  public boolean isClosed() {
    var thread = dropping;
    if (thread == null || thread.equals(Thread.currentThread())) {
      return super.isClosed();
    }
    used.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false; // it was open at the time of the call
  }

  /** dbus-java finds it by META-INF/services. */
  public static final class Provider implements ISocketProvider {
    @Override
    public @Nullable IMessageReader createReader(SocketChannel socket) {
      return isRacing ? new InputStreamMessageReader(socket) : null;
    }

    @Override
    public @Nullable IMessageWriter createWriter(SocketChannel socket) {
      if (!isRacing) {
        return null;
      }
      var writer = new RacingWriter(socket);
      last = writer;
      return writer;
    }

    @Override
    public void setFileDescriptorSupport(boolean isSupported) {
      // players send no files
    }

    @Override
    public boolean isFileDescriptorPassingSupported() {
      return false;
    }
  }
}
