package dev.deviceagent.agent.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** A socket in the file system that this process listens on. Owns its file until it is removed. */
final class UnixSocket implements AutoCloseable {
  /** Owner and group only. */
  private static final String MODE = "rw-rw----";

  /** {@code sun_path} of unix(7) has 108 bytes, the last one NUL. */
  private static final int PATH_BYTES = 107;

  /** The type bits of a file's mode, and their value for a socket: inode(7). */
  private static final int TYPE_MASK = 0xF000;

  private static final int TYPE_SOCKET = 0xC000;

  private final Path path;
  private final ServerSocketChannel server;
  private final FileId file;

  /** Takes one connection and owns it from then on. */
  interface Taker {
    void take(SocketChannel channel) throws IOException, InterruptedException;
  }

  /** The identity of a file. A later file may reuse the inode number, but not the birth time. */
  private record FileId(@Nullable Object inode, FileTime born) {}

  private UnixSocket(Path path, ServerSocketChannel server) throws IOException {
    this.path = path;
    this.server = server;
    this.file = id(path);
  }

  /**
   * Listens on a path. Replaces a socket without a listener; any other file is an error.
   *
   * @throws IOException with a message that says what to do
   */
  static UnixSocket listen(Path path) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > PATH_BYTES) {
      throw new IOException(
          path + ": a socket's path can have 107 bytes at most; configure a shorter one");
    }
    var directory = path.getParent();
    if (directory != null) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new IOException(
            directory + ": cannot be created (" + e + "); choose another path in the configuration",
            e);
      }
    }
    removeUnused(path);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(MODE));
      return new UnixSocket(path, server);
    } catch (IOException e) {
      server.close();
      throw new IOException(path + ": cannot listen (" + e.getMessage() + ")", e);
    }
  }

  private static void removeUnused(Path path) throws IOException {
    int mode;
    try {
      mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return;
    }
    if ((mode & TYPE_MASK) != TYPE_SOCKET) {
      throw new IOException(
          path + ": is not a socket; remove it, or choose another path in the configuration");
    }
    if (hasListener(path)) {
      throw new IOException(path + ": another agent is listening; stop it first");
    }
    Files.deleteIfExists(path);
  }

  /** Does not block. A blocking connect would wait for room in a full queue. */
  private static boolean hasListener(Path path) throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.configureBlocking(false);
      channel.connect(UnixDomainSocketAddress.of(path));
      return true;
    } catch (ConnectException e) {
      return false; // ECONNREFUSED: its process has ended
    } catch (IOException e) {
      throw new IOException(
          "%s: cannot tell whether a process is listening (%s); remove it, or choose another path"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /**
   * Accepts connections until the socket is closed; needs a separate thread. While the kernel
   * refuses a connection, for example without a free file descriptor, waits up to a second before
   * each retry.
   */
  void takeAll(Taker taker) {
    var backoff = new AcceptBackoff(path);
    while (true) {
      try {
        var channel = server.accept();
        backoff.succeeded();
        taker.take(channel);
      } catch (ClosedChannelException e) {
        return; // the agent is shutting down
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // never interrupted; if it is, the thread ends
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(backoff.failed(e, System.nanoTime()).toNanos());
      }
    }
  }

  /** Removes the file, unless another file has replaced it, and then closes the socket. */
  @Override
  public void close() {
    try (server) {
      if (file.equals(id(path))) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      Logger.debug("{}: another process removed it", path);
    } catch (IOException e) {
      Logger.warn("{}: cannot be removed: {}", path, e.getMessage());
    }
  }

  private static FileId id(Path path) throws IOException {
    var seen = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new FileId(seen.fileKey(), seen.creationTime());
  }
}
