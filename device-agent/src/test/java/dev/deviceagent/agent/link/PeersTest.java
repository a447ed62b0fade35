package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.runtime.Threads;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PeersTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration HOURS = Duration.ofHours(24);

  @TempDir Path folder;

  private final Threads threads =
      new Threads(bug -> {
        throw new IllegalStateException(bug);
      });
  private final List<SocketChannel> ends = new ArrayList<>();
  private ServerSocketChannel listener;

  @BeforeEach
  void listen() throws IOException {
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
    for (var end : ends) {
      end.close();
    }
  }

  /** The server's end of a connection whose peer does nothing. */
  private SocketChannel connection() throws IOException {
    ends.add(SocketChannel.open(listener.getLocalAddress()));
    ends.add(listener.accept());
    return ends.getLast();
  }

  @Test
  void aPeerThatSendsNothingIsCutOff() throws Exception {
    var channel = connection();
    assertThrows(
        ClosedChannelException.class,
        () -> new Peers(1, SHORT, threads).await(channel, () -> Line.read(channel, 100)));
    assertFalse(channel.isOpen());
  }

  @Test
  void aPeerThatDoesNotReadIsCutOff() throws Exception {
    var channel = connection();
    assertThrows(
        ClosedChannelException.class,
        () ->
            new Peers(1, SHORT, threads)
                .await(
                    channel,
                    () -> {
                      Line.write(channel, ByteBuffer.allocate(4 * 1024 * 1024));
                      return true;
                    }));
    assertFalse(channel.isOpen());
  }

  @Test
  void aPeerOnAVirtualThreadIsCutOffToo() throws Exception {
    var channel = connection();
    var peers = new Peers(1, SHORT, threads);
    var thread =
        threads.virtual(
            "control",
            () ->
                assertThrows(
                    ClosedChannelException.class,
                    () -> peers.await(channel, () -> Line.read(channel, 100))));
    thread.join();
    assertFalse(channel.isOpen());
  }

  @Test
  void whatIsDoneInTimeStaysOpen() throws Exception {
    var channel = connection();
    var peers = new Peers(1, SHORT, threads);
    ends.getFirst().write(ByteBuffer.wrap(new byte[] {'a', '\n'}));
    assertEquals(1, peers.await(channel, () -> Line.read(channel, 100)).length);
    assertThrows(
        ClosedChannelException.class,
        () -> peers.await(connection(), () -> Line.read(ends.getLast(), 100)));
    assertTrue(channel.isOpen(), "its own time is over for long");
  }

  @Test
  void aFurtherConnectionTakesThePlaceOfTheOneThatWaitsLongest() throws Exception {
    var peers = new Peers(2, HOURS, threads);
    var first = connection();
    var second = connection();
    for (var channel : List.of(first, second)) {
      peers.enter(channel);
      threads.virtual("control", () -> read(peers, channel));
    }
    peers.enter(connection()); // returns, so there was room
    assertFalse(first.isOpen());
    assertTrue(second.isOpen());
  }

  private static void read(Peers peers, SocketChannel channel) {
    assertThrows(IOException.class, () -> peers.await(channel, () -> Line.read(channel, 100)));
    peers.leave();
  }
}
