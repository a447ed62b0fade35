package dev.deviceagent.machine.pi;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One of QEMU's Unix sockets. */
final class QemuSocket implements AutoCloseable {
  private final SocketChannel channel;

  private QemuSocket(SocketChannel channel) {
    this.channel = channel;
  }

  /** Opens the socket, which QEMU creates a moment after its start. */
  static QemuSocket open(Path socket) throws IOException {
    Polling.within(Duration.ofSeconds(20))
        .alias("QEMU creates its socket " + socket.getFileName())
        .until(() -> Files.exists(socket));
    return new QemuSocket(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  InputStream in() {
    return Channels.newInputStream(channel);
  }

  void send(String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
