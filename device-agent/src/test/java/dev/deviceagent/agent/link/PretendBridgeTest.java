package dev.deviceagent.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.codec.BridgeControl;
import dev.deviceagent.codec.BridgeFrame;
import dev.deviceagent.codec.Identity;
import dev.deviceagent.codec.Intent;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Signal;
import dev.deviceagent.codec.dialects.Dialects;
import java.io.EOFException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pretend bridge on a real socket. The test is the agent's end, which has the same frames. */
@Timeout(60)
class PretendBridgeTest {
  private static final Dialects DIALECTS = Dialects.of(new Identity("user_1", "robot_1", ""));

  @TempDir Path folder;

  private ServerSocketChannel server;
  private BridgeClient agent;
  private PretendBridge bridge;

  @BeforeEach
  void connect() throws Exception {
    var path = folder.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    var threads =
        new Threads(bug -> {
          throw new AssertionError(bug);
        });
    bridge = new PretendBridge(path, DIALECTS, DIALECTS.get("aicall"), threads);
    agent = new BridgeClient(server.accept());
    assertEquals(new BridgeControl.Joined(), control());
  }

  @AfterEach
  void close() throws Exception {
    agent.close();
    server.close();
  }

  private BridgeControl control() throws Exception {
    var frame = agent.receive();
    assertEquals(BridgeFrame.CONTROL, frame.kind());
    return BridgeControl.read(frame.body());
  }

  private Signal signal() throws Exception {
    var frame = agent.receive();
    assertEquals(BridgeFrame.MESSAGE, frame.kind());
    return DIALECTS.receive(frame.body()).signals().getFirst();
  }

  private void say(Intent intent) throws Exception {
    for (var message : DIALECTS.get("aicall").say(intent)) {
      agent.message(message.encode());
    }
  }

  @Test
  void aTalkIsAnsweredAloud() throws Exception {
    say(new Intent.StartTalk(false));
    agent.control(Json.object().with("microphone", "open"));
    Thread.sleep(600); // the owner's words
    agent.control(Json.object().with("microphone", "muted"));
    say(new Intent.FinishTalk());
    assertEquals(new Signal.Thinking(), signal());
    assertEquals(new Signal.Speaking(), signal());
    var levels = new ArrayList<Double>();
    do {
      levels.add(((BridgeControl.Level) control()).level());
    } while (levels.getLast() > 0);
    assertTrue(levels.size() > 20, levels.toString());
    assertEquals(new Signal.Idle(), signal());
  }

  @Test
  void itLeavesWithAReason() throws Exception {
    assertTrue(bridge.isConnected());
    bridge.leave("cut by hand");
    assertFalse(bridge.isConnected());
    assertEquals(new BridgeControl.Left("cut by hand"), control());
    assertThrows(EOFException.class, agent::receive);
    bridge.leave("again"); // has no effect
  }

  @Test
  void anAgentThatIsGoneEndsIt() throws Exception {
    agent.close();
    while (bridge.isConnected()) {
      Thread.onSpinWait();
    }
  }
}
