package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which of two bridges the agent listens to. */
@Timeout(60)
class BridgeServerTest {
  @TempDir Path folder;

  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private Path path;
  private BridgeServer bridge;
  private BridgeClient first;
  private boolean givesWay;
  private int asked;

  @BeforeEach
  void connect() throws Exception {
    path = folder.resolve("s");
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
            _ -> {},
            this::giveWay,
            threads);
    bridge.start();
    first = BridgeClient.connect(path);
    assertEquals(new Input.BridgeCame(1), inputs.take());
  }

  private boolean giveWay() {
    asked++;
    if (!givesWay) {
      return false;
    }
    try {
      first.close();
      return true;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void end() throws IOException {
    bridge.close();
    first.close();
  }

  @Test
  void aSecondBridgeIsRefusedWhileTheFirstStays() throws Exception {
    try (var second = BridgeClient.connect(path)) {
      assertThrows(EOFException.class, second::receive);
      first.control(Json.object().with("link", "joined"));
      assertEquals(new Input.Joined(), inputs.take());
    }
  }

  @Test
  void aSecondBridgeReplacesOneThatGivesWay() throws Exception {
    givesWay = true;
    try (var second = BridgeClient.connect(path)) {
      second.control(Json.object().with("link", "joined"));
      var why = "the bridge closed the connection";
      assertEquals(new Input.Left(why), inputs.take());
      assertEquals(new Input.BridgeLeft(why, TalkMark.NONE), inputs.take());
      assertEquals(new Input.BridgeCame(2), inputs.take());
      assertEquals(new Input.Joined(), inputs.take());
    }
  }

  @Test
  void aBridgeThatHasLeftIsNotAskedToGiveWay() throws Exception {
    first.close();
    while (!(inputs.take() instanceof Input.BridgeLeft)) {
      // why it left
    }
    try (var second = BridgeClient.connect(path)) {
      second.control(Json.object().with("link", "joined"));
      assertEquals(new Input.BridgeCame(2), inputs.take());
      assertEquals(0, asked);
    }
  }
}
