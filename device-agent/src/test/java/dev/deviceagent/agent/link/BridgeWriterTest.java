package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which start or end of a talk a bridge has read, over a real socket, for each way to disconnect.
 */
class BridgeWriterTest {
  @TempDir Path folder;

  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private final BlockingQueue<TalkMark> remembered = new LinkedBlockingQueue<>();
  private BridgeServer bridge;
  private SocketChannel peer;
  private DataInputStream in;

  @BeforeEach
  void connect() throws Exception {
    var path = folder.resolve("bridge.sock");
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    bridge =
        new BridgeServer(
            path,
            65536,
            Dialects.of(new Identity("u", "r", "")),
            inputs::add,
            remembered::add,
            () -> false,
            threads);
    bridge.start();
    peer = SocketChannel.open(UnixDomainSocketAddress.of(path));
    in = new DataInputStream(Channels.newInputStream(peer));
    assertEquals(new Input.BridgeCame(1), inputs.take());
    bridge.use(1);
  }

  @AfterEach
  void end() throws IOException {
    bridge.close();
    peer.close();
  }

  private void send(String text, TalkMark mark) {
    bridge.send(new BridgeFrame(BridgeFrame.MESSAGE, text.getBytes(StandardCharsets.UTF_8)), mark);
  }

  private String read() throws IOException {
    int length = in.readInt();
    in.readByte();
    return new String(in.readNBytes(length - 1), StandardCharsets.UTF_8);
  }

  /** What the core learns as the last mark that the bridge has read. */
  private TalkMark lastRead() throws InterruptedException {
    while (true) {
      if (inputs.take() instanceof Input.BridgeLeft(_, var last)) {
        return last;
      }
    }
  }

  @Test
  void framesComeInOrder() throws IOException {
    send("a", TalkMark.NONE);
    send("b", TalkMark.START);
    send("c", TalkMark.NONE);
    send("d", TalkMark.END);
    assertEquals(List.of("a", "b", "c", "d"), List.of(read(), read(), read(), read()));
  }

  @Test
  void anEndThatAKilledBridgeHadNotReadIsNotTakenForRead() throws Exception {
    send("start", TalkMark.START);
    assertEquals("start", read());
    send("muted", TalkMark.NONE);
    send("end", TalkMark.END);
    assertEquals(TalkMark.START, remembered.take());
    assertEquals(TalkMark.END, remembered.take()); // written as far as the kernel knows
    peer.close();
    assertEquals(TalkMark.START, lastRead());
    assertEquals(TalkMark.START, remembered.take(), "the talk is open as before");
  }

  @Test
  void aStartThatAKilledBridgeHadNotReadIsNotTakenForRead() throws Exception {
    send("start", TalkMark.START);
    send("open", TalkMark.NONE);
    assertEquals(TalkMark.START, remembered.take());
    peer.close();
    assertEquals(TalkMark.NONE, lastRead());
  }

  @Test
  void aBridgeThatReadTheEndAndNotWhatCameAfterItHasReadTheEnd() throws Exception {
    send("start", TalkMark.START);
    send("end", TalkMark.END);
    assertEquals("start", read());
    assertEquals("end", read());
    send("more", TalkMark.NONE);
    in.readInt(); // part of it has arrived, so it is written
    peer.close();
    assertEquals(TalkMark.END, lastRead());
  }

  @Test
  void aBridgeThatWritesNoMoreStillReadsWhatWaits() throws Exception {
    send("start", TalkMark.START);
    assertEquals("start", read());
    send("end", TalkMark.END);
    peer.shutdownOutput();
    assertEquals("end", read());
    assertEquals(TalkMark.END, lastRead());
  }

  @Test
  void whatIsSentAfterABridgeHasWrittenItsLastIsNotTakenForRead() throws Exception {
    send("start", TalkMark.START);
    assertEquals("start", read());
    peer.shutdownOutput();
    assertTrue(inputs.take() instanceof Input.Left);
    send("end", TalkMark.END);
    assertEquals(TalkMark.START, lastRead());
  }

  @Test
  void aBridgeThatSentNonsenseStillGetsTheEnd() throws Exception {
    send("start", TalkMark.START);
    send("end", TalkMark.END);
    assertEquals(TalkMark.START, remembered.take()); // the writer has started
    peer.write(java.nio.ByteBuffer.wrap(new byte[] {0, 0, 0, 0}));
    assertEquals("start", read());
    assertEquals("end", read());
    assertEquals(TalkMark.END, lastRead());
  }

  @Test
  void aBridgeThatDoesNotReadIsLetGoBeforeItsRepliesFillTheMemory() throws Exception {
    var long60 = "x".repeat(60_000);
    for (int i = 0; i < 1 + BridgeWriter.WAITING_BYTES_MOST / 60_000 + 8; i++) {
      send(long60, TalkMark.NONE); // some go into the kernel's buffer
    }
    assertEquals(TalkMark.NONE, lastRead());
    assertFalse(remembered.contains(TalkMark.START));
  }

  @Test
  void whatTheBridgeHasNotReadWhenTheAgentEndsIsRemembered() throws Exception {
    send("start", TalkMark.START);
    assertEquals("start", read());
    send("end", TalkMark.END);
    bridge.close(); // waits a limited time for the bridge
    assertEquals(List.of(TalkMark.START, TalkMark.END, TalkMark.START), List.copyOf(remembered));
  }
}
