package dev.deviceagent.hal.linux.player;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The address of an mpd. */
sealed interface MpdAddress {
  /** MPD user documentation, "Listeners": the default port. */
  int PORT = 6600;

  /** A socket in the file system, by its absolute path. */
  record Unix(Path path) implements MpdAddress {
    @Override
    public SocketChannel channel() throws IOException {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    @Override
    public SocketAddress resolve() {
      return UnixDomainSocketAddress.of(path);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A host by name or address, and a port from 1 to 65535. */
  record Tcp(String host, int port) implements MpdAddress {
    @Override
    public SocketChannel channel() throws IOException {
      return SocketChannel.open();
    }

    @Override
    public SocketAddress resolve() throws UnknownHostException {
      var address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException(host);
      }
      return address;
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /** Opens an unconnected channel of the right family. */
  SocketChannel channel() throws IOException;

  /** Resolves the host at each call, since its address may change. May block on DNS. */
  SocketAddress resolve() throws UnknownHostException;

  /**
   * Parses {@code /run/mpd/socket}, {@code host}, {@code host:6600} or {@code [::1]:6600}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static MpdAddress parse(String text) {
    if (text.startsWith("/")) {
      return new Unix(Path.of(text));
    }
    var parts =
        Pattern.compile("(?:([\\w.-]+)|\\[([0-9a-fA-F:.]+)])(?::(\\d{1,5}))?").matcher(text);
    int port = -1;
    if (parts.matches()) {
      port = parts.group(3) == null ? PORT : Integer.parseInt(parts.group(3));
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "'" + text + "' must be the path of a socket, such as /run/mpd/socket, or host:port");
    }
    return new Tcp(parts.group(1) != null ? parts.group(1) : parts.group(2), port);
  }
}
