package dev.deviceagent.agent;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.link.PretendBridge;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The link of the simulated board, which can be cut by hand and restored. While it is cut, messages
 * from the bridge are dropped, as if the room were lost. The bridge itself stays connected. If
 * there is no bridge, restoring connects a {@link PretendBridge} and cutting disconnects it. The
 * pretend bridge gives way to any other bridge.
 */
final class LinkSwitch implements Consumer<Input> {
  private static final String WHY = "cut by hand";
  private static final String REPLACED = "another bridge connects";

  private final Consumer<Input> inbox;
  private final Connector connector;
  private boolean hasBridge;
  private boolean isJoined;
  private boolean isCut;
  private @Nullable PretendBridge pretend;

  /** Connects a pretend bridge to the agent's socket. */
  interface Connector {
    PretendBridge connect() throws IOException;
  }

  /**
   * @param inbox receives the bridge's inputs
   */
  LinkSwitch(Consumer<Input> inbox, Connector connector) {
    this.inbox = inbox;
    this.connector = connector;
  }

  /** Receives the bridge's inputs, on the bridge's threads. */
  @Override
  public void accept(Input input) {
    if (passes(input)) {
      inbox.accept(input);
    }
  }

  private synchronized boolean passes(Input input) {
    switch (input) {
      case Input.BridgeCame _ -> hasBridge = true;
      case Input.BridgeLeft _ -> {
        hasBridge = false;
        isJoined = false;
        isCut = false; // the next bridge starts with a link that is not cut
        notifyAll(); // join() may wait for this
      }
      case Input.Joined _, Input.Heard _ -> isJoined = true;
      case Input.Left _ -> isJoined = false;
      default -> {}
    }
    return !isCut || input instanceof Input.BridgeCame || input instanceof Input.BridgeLeft;
  }

  /** Cuts the link and reports why it is down. */
  void cut() throws Refusal {
    synchronized (this) {
      if (!hasBridge || isCut) {
        throw new Refusal("the link is already down");
      }
      if (disconnectPretend(WHY)) {
        return;
      }
      isCut = true;
    }
    inbox.accept(new Input.Left(WHY));
  }

  /** Makes room for another bridge; returns whether there was a pretend one to disconnect. */
  synchronized boolean giveWay() {
    return disconnectPretend(REPLACED);
  }

  private boolean disconnectPretend(String why) {
    var leaving = pretend;
    pretend = null;
    if (leaving == null || !leaving.isConnected()) {
      return false;
    }
    leaving.leave(why);
    return true;
  }

  /** Restores the link; connects a pretend bridge if there is no other. */
  void restore() throws Refusal {
    boolean wasJoined;
    synchronized (this) {
      if (!hasBridge) {
        if (pretend != null && pretend.isConnected()) {
          throw new Refusal("the pretend bridge is already joining");
        }
        try {
          connectPretend();
        } catch (IOException e) {
          throw new Refusal("the pretend bridge cannot connect: " + e.getMessage());
        }
        return;
      }
      if (!isCut) {
        throw new Refusal("the link is not cut; a bridge is connected");
      }
      isCut = false;
      wasJoined = isJoined;
    }
    if (wasJoined) {
      inbox.accept(new Input.Joined());
    }
  }

  /** Connects a pretend bridge as soon as no other one is connected. Blocks until then. */
  synchronized void join() throws IOException, InterruptedException {
    while (hasBridge) {
      wait();
    }
    connectPretend();
  }

  private void connectPretend() throws IOException {
    if (pretend == null || !pretend.isConnected()) {
      pretend = connector.connect();
    }
  }
}
