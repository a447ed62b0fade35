package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.hal.linux.UnixPeer.Reading;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real kernel reports about the peer of a Unix socket. */
class UnixPeerTest {
  @TempDir Path folder;

  private interface Scene {
    void of(SocketChannel ours, SocketChannel theirs, UnixPeer peer) throws IOException;
  }

  private void connected(Scene scene) throws IOException {
    var path = folder.resolve("socket");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      try (var theirs = SocketChannel.open(UnixDomainSocketAddress.of(path));
          var ours = server.accept()) {
        scene.of(ours, theirs, UnixPeer.ofTheOneAcceptedAt(path));
      }
    }
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }

  @Test
  void whatWasWrittenIsPendingUntilItIsRead() throws IOException {
    connected((ours, theirs, peer) -> {
      assertEquals(Reading.DONE, peer.reading());
      ours.write(bytes(100));
      assertEquals(Reading.PENDING, peer.reading());
      theirs.read(bytes(99));
      assertEquals(Reading.PENDING, peer.reading());
      theirs.read(bytes(1));
      assertEquals(Reading.DONE, peer.reading());
    });
  }

  @Test
  void aPeerThatHasGoneIsNotTakenToHaveReadEverything() throws IOException {
    connected((ours, theirs, peer) -> {
      ours.write(bytes(100));
      theirs.close();
      assertEquals(Reading.CLOSED, peer.reading());
    });
  }

  @Test
  void aPeerThatOnlyWritesNoMoreMayStillRead() throws IOException {
    connected((ours, theirs, peer) -> {
      ours.write(bytes(100));
      theirs.shutdownOutput();
      assertEquals(Reading.PENDING, peer.reading());
      theirs.read(bytes(100));
      assertEquals(Reading.DONE, peer.reading());
    });
  }

  @Test
  void withTwoConnectionsItIsNotKnownWhichIsMeant() throws IOException {
    var path = folder.resolve("socket");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path));
          var _ = server.accept();
          var _ = SocketChannel.open(UnixDomainSocketAddress.of(path));
          var _ = server.accept()) {
        assertEquals(Reading.UNKNOWN, UnixPeer.ofTheOneAcceptedAt(path).reading());
      }
    }
  }

  @Test
  void onlyConnectedSocketsOfThatPathCount() {
    var table =
        """
        Num       RefCount Protocol Flags    Type St Inode Path
        0000000000000000: 00000002 00000000 00010000 0001 01 100 /run/a b/bridge.sock
        0000000000000000: 00000003 00000000 00000000 0001 03 101 /run/a b/bridge.sock
        0000000000000000: 00000003 00000000 00000000 0001 03 102 /run/other.sock
        0000000000000000: 00000003 00000000 00000000 0001 03 103
        """;
    assertEquals(Set.of("socket:[101]"), UnixPeer.connected(table, "/run/a b/bridge.sock"));
  }
}
