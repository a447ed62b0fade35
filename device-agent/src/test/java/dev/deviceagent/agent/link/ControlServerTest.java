package dev.deviceagent.agent.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.Json;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ControlServerTest {
  private static final int FRAME_BYTES = 64 * 1024;

  @TempDir Path folder;

  private final Threads threads =
      new Threads(bug -> {
        throw new IllegalStateException(bug);
      });

  /** A server that answers each question with the question itself. */
  private ControlServer listen(Path path) throws IOException {
    return listen(path, question -> question.object(), Duration.ofHours(24));
  }

  private ControlServer listen(Path path, ControlServer.Handler handler, Duration patience)
      throws IOException {
    var server = new ControlServer(path, FRAME_BYTES, handler, patience, threads);
    server.start();
    return server;
  }

  private String refusal(Path path) {
    return String.valueOf(assertThrows(IOException.class, () -> listen(path)).getMessage());
  }

  @Test
  void theSocketOfADeadProcessIsReplaced() throws Exception {
    var path = folder.resolve("control.sock");
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(path));
    }
    assertTrue(Files.exists(path));
    try (var _ = listen(path)) {
      ControlClient.ask(path, Json.object());
    }
    assertFalse(Files.exists(path));
  }

  @Test
  void theSocketOfALivingProcessIsLeft() throws Exception {
    var path = folder.resolve("control.sock");
    try (var _ = listen(path)) {
      var said = refusal(path);
      assertTrue(said.contains("another agent"), said);
      ControlClient.ask(path, Json.object());
    }
  }

  @Test
  void whatIsNoSocketIsLeftAndTheErrorSaysWhatToDo() throws Exception {
    var regular = Files.writeString(folder.resolve("file"), "work");
    var directory = Files.createDirectory(folder.resolve("directory"));
    var dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));
    var link = Files.createSymbolicLink(folder.resolve("link"), regular);
    var fifo = folder.resolve("fifo");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
    for (var path : new Path[] {regular, directory, dangling, link, fifo}) {
      var said = refusal(path);
      assertTrue(said.startsWith(path + ": is not a socket"), said);
      assertTrue(Files.exists(path, LinkOption.NOFOLLOW_LINKS), path.toString());
    }
    assertEquals("work", Files.readString(regular));
  }

  @Test
  void onlyItsOwnSocketIsRemovedAtTheEnd() throws Exception {
    var path = folder.resolve("control.sock");
    var first = listen(path);
    Files.delete(path);
    try (var _ = listen(path)) {
      first.close();
      ControlClient.ask(path, Json.object());
    }
    assertFalse(Files.exists(path));
    var second = listen(path);
    Files.delete(path);
    Files.writeString(path, "work");
    second.close();
    assertEquals("work", Files.readString(path));
  }

  @Test
  void aQuestionMayComeInPiecesAndEndWithTheStream() throws Exception {
    var path = folder.resolve("control.sock");
    try (var _ = listen(path);
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      for (var piece : new String[] {"{\"a", "\"", ":1}"}) {
        channel.write(ByteBuffer.wrap(piece.getBytes(UTF_8)));
      }
      channel.shutdownOutput();
      assertEquals(
          "{\"ok\":true,\"result\":{\"a\":1}}", new String(Line.read(channel, 100), UTF_8));
    }
  }

  @Test
  void aQuestionThatIsTooLongIsAnsweredAtItsEnd() throws Exception {
    var path = folder.resolve("control.sock");
    try (var _ = listen(path)) {
      var longest = Json.object().with("message", "a".repeat((FRAME_BYTES + 1) / 3 * 4));
      assertEquals(longest, ControlClient.ask(path, longest));
      for (int bytes : new int[] {100_000, 20_000_000}) {
        var tooLong = Json.object().with("message", "a".repeat(bytes));
        var refused = assertThrows(Refusal.class, () -> ControlClient.ask(path, tooLong));
        var said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("65535 bytes (link.longest_frame"), said);
      }
    }
  }

  @Test
  void clientsThatDoNotFinishTheirQuestionDelayNobody() throws Exception {
    var path = folder.resolve("control.sock");
    var slow = new ArrayList<SocketChannel>();
    try (var _ = listen(path)) {
      for (int i = 0; i < 100; i++) {
        slow.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        slow.getLast().write(ByteBuffer.wrap("{\"do\"".getBytes(UTF_8)));
      }
      ControlClient.ask(path, Json.object());
    }
    for (var channel : slow) {
      channel.close();
    }
  }

  @Test
  void aQuestionThatIsBeingAnsweredKeepsItsPlace() throws Exception {
    var path = folder.resolve("control.sock");
    var asked = new CountDownLatch(16);
    var answer = new CountDownLatch(1);
    ControlServer.Handler slow =
        question -> {
          asked.countDown();
          await(answer);
          return question.object();
        };
    try (var _ = listen(path, slow, Duration.ofMillis(50))) {
      var clients = new ArrayList<FutureTask<Json>>();
      for (int i = 0; i < 20; i++) {
        clients.add(new FutureTask<>(() -> ControlClient.ask(path, Json.object())));
        Thread.ofPlatform().start(clients.getLast());
      }
      await(asked);
      answer.countDown();
      for (var client : clients) {
        assertEquals(Json.object(), client.get());
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
