package dev.deviceagent.agent;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.link.ControlServer.Refusal;
import dev.deviceagent.agent.link.PretendBridge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The link of the simulated board, which can be cut by hand and restored. While it is cut, what the
 * bridge brings is lost, as if the room were gone; the bridge itself stays connected. Where there
 * is no bridge at all, restoring has a {@link PretendBridge} join, and cutting has it leave.
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
   * @param inbox what the bridge brings goes on there
   */
  LinkSwitch(Path socket, Consumer<Input> inbox, Threads threads) {
    this.socket = socket;
    this.inbox = inbox;
    this.threads = threads;
  }

  /** Takes what the bridge brings; on the bridge's threads. */
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
        isCut = false; // the next bridge comes with a link of its own
      }
      case Input.Joined _, Input.Heard _ -> isJoined = true;
      case Input.Left _ -> isJoined = false;
      default -> {}
    }
    return !isCut || input instanceof Input.BridgeCame || input instanceof Input.BridgeLeft;
  }

  /** Cuts the link; it says why it is down. */
  void cut() throws Refusal {
    synchronized (this) {
      if (!hasBridge || isCut) {
        throw new Refusal("there is no link to cut: it is down already");
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
      throw new Refusal("the pretend bridge does not let go: " + e.getMessage());
    }
  }

  /** Restores it, by a pretend bridge where there is no other. */
  void restore() throws Refusal {
    boolean wasJoined;
    synchronized (this) {
      if (!hasBridge) {
        if (pretend != null && pretend.isConnected()) {
          throw new Refusal("the pretend bridge is joining already");
        }
        pretend = join();
        return;
      }
      if (!isCut) {
        throw new Refusal("the link is not cut: a bridge is connected");
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
