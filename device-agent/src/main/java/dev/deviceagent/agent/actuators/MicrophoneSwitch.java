package dev.deviceagent.agent.actuators;

import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.runtime.Heartbeat;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.runtime.Worker;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Moves the microphone's switch on a separate thread. Only the newest order counts: it replaces an
 * order that waits, and an outdated order never opens the microphone. If the board or its sound
 * card has no switch, only the bridge's own mute works, and every order counts as followed.
 */
final class MicrophoneSwitch {
  private final @Nullable Microphone device;
  private final Consumer<Input> inbox;
  private final Worker worker;
  private volatile long newest;
  private @Nullable Boolean lastRead;

  /**
   * @param inbox receives the answer to each order that has begun
   */
  MicrophoneSwitch(@Nullable Microphone device, Consumer<Input> inbox, Threads threads) {
    this.device = device;
    this.inbox = inbox;
    worker = Worker.plain("microphone", 1, threads);
  }

  /** Replaces every earlier order. Core thread only; does not block. */
  void move(long order, boolean open) {
    newest = order;
    worker.replace(() -> inbox.accept(carryOut(order, open)));
  }

  /** If an order takes longer than this, the watchdog is not notified. */
  Heartbeat heartbeat(Duration patience) {
    return worker.heartbeat(patience);
  }

  private Input.MicrophoneMoved carryOut(long order, boolean open) {
    if (device == null) {
      return new Input.MicrophoneMoved(order, open, null);
    }
    String failure = null;
    try {
      if (!open) {
        device.shut();
      } else if (device.open(() -> newest == order)) {
        lastRead = true; // assumed open until it is read
      }
    } catch (HalException e) {
      if (e.kind() == HalException.Kind.UNSUPPORTED) {
        Logger.debug(
            "the microphone has no switch; only the bridge's mute is used: {}", e.getMessage());
        return new Input.MicrophoneMoved(order, open, null);
      }
      failure = e.getMessage();
    }
    if (newest == order) {
      failure = readBack(device, open, failure);
    }
    return new Input.MicrophoneMoved(order, lastRead, failure);
  }

  private @Nullable String readBack(Microphone device, boolean open, @Nullable String failure) {
    try {
      boolean isOpen = device.isOpen();
      lastRead = isOpen;
      return failure == null && isOpen != open
          ? device.where() + ": command accepted, state unchanged"
          : failure;
    } catch (HalException e) {
      lastRead = null;
      return failure == null ? e.getMessage() : failure;
    }
  }
}
