package dev.deviceagent.agent.link;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tinylog.Logger;

/** Opens and removes sockets in the file system. */
final class UnixSocket {
  /** Owner and group, nobody else. */
  private static final String MODE = "rw-rw----";

  /** {@code sun_path} of unix(7) has 108 bytes, the last one NUL. */
  private static final int PATH_BYTES = 107;

  private UnixSocket() {}

  /**
   * Listens on a path, in place of the socket that a dead process left there.
   *
   * @throws IOException with a message that says what to do
   */
  static ServerSocketChannel listen(Path path) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > PATH_BYTES) {
      throw new IOException(path + ": longer than the 107 bytes a socket's path may have");
    }
    var directory = path.getParent();
    if (directory != null) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new IOException(
            directory + ": cannot be made (" + e + "); choose another path in the configuration",
            e);
      }
    }
    if (Files.exists(path)) {
      if (answers(path)) {
        throw new IOException(path + ": another agent listens there; stop it first");
      }
      Files.delete(path);
    }
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(MODE));
    } catch (IOException e) {
      server.close();
      throw new IOException(path + ": cannot listen there (" + e.getMessage() + ")", e);
    }
    return server;
  }

  private static boolean answers(Path path) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  static void remove(ServerSocketChannel server, Path path) {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      Logger.warn("{}: not removed: {}", path, e.getMessage());
    }
  }
}
