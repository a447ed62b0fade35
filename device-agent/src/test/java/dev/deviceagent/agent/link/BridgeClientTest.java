package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Json;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The test is the agent's end, and knows only the bytes of PROTOCOL.md. */
@Timeout(60)
class BridgeClientTest {
  @TempDir Path folder;

  private ServerSocketChannel server;
  private SocketChannel agent;
  private BridgeClient client;

  @BeforeEach
  void connect() throws IOException {
    var path = folder.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    client = BridgeClient.connect(path);
    agent = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    agent.close();
    server.close();
  }

  private void write(String hex) throws IOException {
    agent.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
  }

  private String read(int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      assertTrue(agent.read(bytes) >= 0);
    }
    return HexFormat.of().formatHex(bytes.array());
  }

  @Test
  void framesHaveTheBytesOfTheProtocol() throws Exception {
    client.message(new byte[] {'h', 'i'});
    assertEquals("00000003" + "01" + "6869", read(7));
    client.control(Json.object());
    assertEquals("00000003" + "02" + "7b7d", read(7));
  }

  @Test
  void aFrameIsReceivedInWhateverPiecesItComes() throws Exception {
    var received = new CompletableFuture<BridgeFrame>();
    var reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                received.complete(client.receive());
              } catch (IOException e) {
                received.completeExceptionally(e);
              }
            });
    for (var piece : new String[] {"0000", "0003", "01", "68", "69" + "00000001" + "02"}) {
      write(piece);
    }
    reader.join();
    assertArrayEquals("hi".getBytes(StandardCharsets.UTF_8), received.join().body());
    assertEquals(BridgeFrame.MESSAGE, received.join().kind());
    var next = client.receive();
    assertEquals(BridgeFrame.CONTROL, next.kind());
    assertEquals(0, next.body().length);
  }

  @Test
  void theEndOfTheConnectionIsReportedAlsoWithinAFrame() throws Exception {
    write("000000050168");
    agent.close();
    assertThrows(EOFException.class, client::receive);
  }

  @Test
  void aMalformedFrameIsAFailure() throws Exception {
    write("00000000");
    var failure = assertThrows(IOException.class, client::receive);
    assertTrue(String.valueOf(failure.getMessage()).contains("the agent sent a malformed frame"));
    write("7fffffff01");
    assertThrows(IOException.class, client::receive);
  }

  @Test
  void closingEndsACallThatBlocks() throws Exception {
    var failed = new CompletableFuture<IOException>();
    Thread.ofVirtual()
        .start(() -> failed.complete(assertThrows(IOException.class, client::receive)));
    client.close();
    assertFalse(client.isOpen());
    failed.join();
  }
}
