package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The microphone gate: the switch on the board and the bridge's own mute. It shuts the bridge first
 * and then the board, and opens them in reverse order, so audio flows only when both are open. Its
 * state is what was read back, not what was requested.
 */
final class Gate {
  /** A switch that does not shut is retried without limit, because it must not stay open. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Actuators actuators;
  private final Sender out;
  private boolean wanted;
  private @Nullable Boolean open;
  private @Nullable Boolean told;
  private @Nullable String failure;
  private long order;
  private boolean isAnswered;
  private final Alarm retry = new Alarm();

  Gate(Actuators actuators, Sender out) {
    this.actuators = actuators;
    this.out = out;
  }

  void want(boolean wanted) {
    this.wanted = wanted;
    if (!wanted) {
      tell(false);
    }
    move();
  }

  private void move() {
    retry.clear();
    isAnswered = false;
    actuators.moveMicrophone(++order, wanted);
  }

  /** Takes the answer to an order. Only the newest order's answer decides. */
  void moved(Input.MicrophoneMoved moved, long now) {
    open = moved.open();
    if (moved.order() != order) {
      return;
    }
    isAnswered = true;
    var before = failure;
    failure = moved.failure();
    if (failure != null) {
      if (!failure.equals(before)) {
        Logger.error("the microphone could not be {}: {}", wanted ? "opened" : "shut", failure);
      }
      retry.set(now, RETRY);
    } else if (isSettled() && wanted) {
      tell(true);
    }
  }

  /** Whether the switch reads back as requested. */
  boolean isSettled() {
    return isAnswered && failure == null && open != null && open == wanted;
  }

  /** Whether the switch is requested shut and reads back shut. */
  boolean isShut() {
    return !wanted && isSettled();
  }

  /** Whether the last order failed. */
  boolean hasFailed() {
    return isAnswered && failure != null;
  }

  /** Why the last order failed, or null. */
  @Nullable String failure() {
    return failure;
  }

  boolean isWanted() {
    return wanted;
  }

  /** The state that was last read; null if it could not be read. */
  @Nullable Boolean isOpen() {
    return open;
  }

  private void tell(boolean isOpen) {
    if (told == null || told != isOpen) {
      told = isOpen;
      out.tell(Json.object().with("microphone", isOpen ? "open" : "muted"));
    }
  }

  /** Sends the state to a new bridge, which does not know it yet. */
  void greet() {
    told = null;
    tell(wanted && isSettled());
  }

  void tick(long now) {
    if (retry.rings(now) && !isSettled()) {
      move();
    }
  }

  long deadlineNanos() {
    return retry.atNanos();
  }
}
