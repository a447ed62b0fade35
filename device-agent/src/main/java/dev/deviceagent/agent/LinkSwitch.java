package dev.deviceagent.agent;

import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.link.PretendBridge;
import dev.deviceagent.agent.runtime.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The link of the simulated board, which can be cut by hand and restored. While it is cut, messages
 * from the bridge are dropped, as if the room were lost. The bridge itself stays connected. If
 * there is no bridge, restoring connects a {@link PretendBridge} and cutting disconnects it.
 */
final class LinkSwitch implements Consumer<Input> {
  private static final String WHY = "cut by hand";

  private final Path socket;
  private final Consumer<Input> inbox;
  private final Threads threads;
  private boolean hasBridge;
  private boolean isJoined;
  private boolean isCut;
  private @Nullable PretendBridge pretend;

  /**
   * @param inbox receives the bridge's inputs
   */
  LinkSwitch(Path socket, Consumer<Input> inbox, Threads threads) {
    this.socket = socket;
    this.inbox = inbox;
    this.threads = threads;
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
      if (pretend != null && pretend.isConnected()) {
        leave(pretend);
        pretend = null;
        return;
      }
      isCut = true;
    }
    inbox.accept(new Input.Left(WHY));
  }

  private static void leave(PretendBridge pretend) throws Refusal {
    try {
      pretend.leave(WHY);
    } catch (IOException e) {
      throw new Refusal("the pretend bridge cannot leave: " + e.getMessage());
    }
  }

  /** Restores the link; connects a pretend bridge if there is no other. */
  void restore() throws Refusal {
    boolean wasJoined;
    synchronized (this) {
      if (!hasBridge) {
        if (pretend != null && pretend.isConnected()) {
          throw new Refusal("the pretend bridge is already joining");
        }
        pretend = join();
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

  private PretendBridge join() throws Refusal {
    try {
      return new PretendBridge(socket, threads);
    } catch (IOException e) {
      throw new Refusal("the pretend bridge cannot connect: " + e.getMessage());
    }
  }
}
