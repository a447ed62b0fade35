package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.core.TalkMark;
import dev.deviceagent.codec.Received;
import dev.deviceagent.codec.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LinkSwitchTest {
  private final List<Input> inputs = new ArrayList<>();
  private final LinkSwitch link =
      new LinkSwitch(
          inputs::add,
          () -> {
            throw new IOException("nobody listens");
          });

  private static Input.Heard message() {
    var message = new Received("test", "event", List.of(new Signal.Speaking()));
    return new Input.Heard(message, true, 0);
  }

  @Test
  void aLinkThatIsNotCutLetsEverythingThrough() throws Exception {
    var all = List.of(new Input.BridgeCame(1), new Input.Joined(), message());
    all.forEach(link);
    assertEquals(all, inputs);
  }

  @Test
  void whatComesOverACutLinkIsLost() throws Exception {
    link.accept(new Input.BridgeCame(1));
    link.accept(new Input.Joined());
    link.cut();
    link.accept(message());
    link.accept(new Input.Joined());
    link.restore();
    link.accept(message());
    assertEquals(
        List.of(
            new Input.BridgeCame(1),
            new Input.Joined(),
            new Input.Left("cut by hand"),
            new Input.Joined(),
            message()),
        inputs);
  }

  @Test
  void aBridgeThatLeftMeanwhileIsNotJoinedAgain() throws Exception {
    link.accept(new Input.BridgeCame(1));
    link.accept(new Input.Joined());
    link.cut();
    link.accept(new Input.Left("its own reason"));
    link.restore();
    assertEquals(new Input.Left("cut by hand"), inputs.getLast());
  }

  @Test
  void theEndOfTheBridgeIsToldAndTheNextOneIsNotCut() throws Exception {
    link.accept(new Input.BridgeCame(1));
    link.accept(new Input.Joined());
    link.cut();
    link.accept(new Input.BridgeLeft("gone", TalkMark.NONE));
    link.accept(new Input.BridgeCame(1));
    link.accept(message());
    assertEquals(
        List.of(new Input.BridgeLeft("gone", TalkMark.NONE), new Input.BridgeCame(1), message()),
        inputs.subList(3, inputs.size()));
  }

  @Test
  void thePretendBridgeWaitsForTheEndOfTheBridge() throws Exception {
    link.accept(new Input.BridgeCame(1));
    var failure = new CompletableFuture<Exception>();
    var joining =
        Thread.ofVirtual()
            .start(() -> failure.complete(assertThrows(IOException.class, link::join)));
    while (joining.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(failure.isDone());
    link.accept(new Input.BridgeLeft("gone", TalkMark.NONE));
    assertEquals("nobody listens", failure.join().getMessage());
  }

  @Test
  void withoutAPretendBridgeNobodyGivesWay() {
    assertFalse(link.giveWay());
    link.accept(new Input.BridgeCame(1));
    assertFalse(link.giveWay());
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    assertThrows(Refusal.class, link::cut, "there is no bridge");
    assertThrows(Refusal.class, link::restore, "no process listens on the socket");
    link.accept(new Input.BridgeCame(1));
    assertThrows(Refusal.class, link::restore, "it is not cut");
  }
}
