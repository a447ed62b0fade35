package dev.deviceagent.hal.linux.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for the bus. */
class BusSocketTest {
  @TempDir Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theSessionsComesBeforeTheSystems() throws Exception {
    Files.createFile(folder.resolve("session"));
    Files.createFile(folder.resolve("system"));
    var environment =
        Map.of(
            "DBUS_SESSION_BUS_ADDRESS",
            "unix:guid=1f,path=" + path("session") + ";tcp:host=x",
            "DBUS_SYSTEM_BUS_ADDRESS",
            "unix:path=" + path("system"));
    assertEquals("session bus " + path("session"), BusSocket.find(environment).where());
    Files.delete(folder.resolve("session"));
    assertEquals("system bus " + path("system"), BusSocket.find(environment).where());
    Files.delete(folder.resolve("system"));
    assertEquals("session bus " + path("session"), BusSocket.find(environment).where());
  }

  @Test
  void withoutAnAddressItIsInTheRuntimeDirectory() throws Exception {
    Files.createFile(folder.resolve("bus"));
    assertEquals(
        "session bus " + path("bus"),
        BusSocket.find(Map.of("XDG_RUNTIME_DIR", folder.toString())).where());
  }

  @Test
  void aBusWithoutASocketInTheFileSystemIsSaidSo() {
    var failure =
        assertThrows(
            HalException.class,
            () -> BusSocket.find(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/x")));
    assertEquals(Kind.UNSUPPORTED, failure.kind());
    assertEquals("session bus unix:abstract=/tmp/x", failure.where());
  }

  @Test
  void aBusThatIsNotThereIsAbsent() {
    var player =
        new MprisPlayer(
            Map.of(
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + path("none"),
                "DBUS_SYSTEM_BUS_ADDRESS",
                "unix:path=" + path("none")),
            Thread.ofPlatform().factory(),
            null,
            Duration.ofSeconds(1));
    try (player) {
      assertEquals("mpris", player.where());
      var failure = assertThrows(HalException.class, player::probe);
      assertEquals(Kind.ABSENT, failure.kind());
      assertEquals("session bus " + path("none"), failure.where());
      assertTrue(failure.cure().contains("DBUS_SESSION_BUS_ADDRESS"), failure.cure());
    }
  }

  /** The bus completes the handshake and then stays silent: the connection is closed again. */
  @Test
  void aBusThatDoesNotSayHelloIsLeft() throws Exception {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("bus")));
      var end = new FutureTask<>(() -> shakeHands(server, "never"));
      Thread.ofVirtual().start(end);
      try (var player =
          new MprisPlayer(
              Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path("bus")),
              Thread.ofPlatform().factory(),
              null,
              Duration.ofMillis(300))) {
        var failure = assertThrows(HalException.class, player::probe);
        assertEquals(Kind.FAILED, failure.kind());
        assertEquals(-1, end.get(20, TimeUnit.SECONDS), "the end of the connection");
      }
    }
  }

  /** Like dbus-daemon for another user. dbus-java notices it at a different place each time. */
  @Test
  void aBusThatHangsUpAfterTheHandshakeIsAFailure() throws Exception {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("bus")));
      for (int i = 0; i < 40; i++) {
        Thread.ofVirtual().start(new FutureTask<>(() -> shakeHands(server, "BEGIN")));
        try (var player =
            new MprisPlayer(
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path("bus")),
                Thread.ofPlatform().factory(),
                null,
                Duration.ofSeconds(5))) {
          var failure = assertThrows(HalException.class, player::probe);
          assertEquals(Kind.FAILED, failure.kind());
        }
      }
    }
  }

  /**
   * D-Bus specification, "Authentication Protocol": answers OK to every mechanism, until the client
   * sends {@code last}.
   */
  private static int shakeHands(ServerSocketChannel server, String last) throws IOException {
    try (var client = server.accept()) {
      var in = new BufferedInputStream(Channels.newInputStream(client));
      var line = new StringBuilder();
      while (true) {
        int next = in.read();
        if (next < 0) {
          return next;
        }
        line.append((char) next);
        if (line.indexOf(last) >= 0) {
          return 0;
        }
        if (line.indexOf("AUTH") >= 0 && next == '\n') {
          client.write(
              ByteBuffer.wrap(
                  "OK 0123456789abcdef0123456789abcdef\r\n".getBytes(StandardCharsets.US_ASCII)));
          line.setLength(0);
        }
      }
    }
  }
}
