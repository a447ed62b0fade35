package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The microphone: the switch on the board and the bridge's own mute together. It is shut first at
 * the bridge and then on the board, and opened the other way round, so that it is open nowhere
 * before it is open everywhere. What is known of it is what was read back.
 */
final class Gate {
  /** A switch that does not shut is tried again for ever: it must not stay open. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Hands hands;
  private final Outbox out;
  private boolean wanted;
  private @Nullable Boolean open;
  private @Nullable Boolean told;
  private @Nullable String failure;
  private long order;
  private boolean isAnswered;
  private final Alarm retry = new Alarm();

  Gate(Hands hands, Outbox out) {
    this.hands = hands;
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
    hands.moveMicrophone(++order, wanted);
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
        Logger.error("microphone not {}: {}", wanted ? "opened" : "shut", failure);
      }
      retry.set(now, RETRY);
    } else if (isSettled() && wanted) {
      tell(true);
    }
  }

  /** Whether the switch is known to be where it is wanted. */
  boolean isSettled() {
    return isAnswered && failure == null && open != null && open == wanted;
  }

  /** Whether the switch is wanted shut and known to be. */
  boolean isShut() {
    return !wanted && isSettled();
  }

  /** Whether the last order came to nothing. */
  boolean hasFailed() {
    return isAnswered && failure != null;
  }

  /** Why the last order came to nothing, or null. */
  @Nullable String failure() {
    return failure;
  }

  boolean isWanted() {
    return wanted;
  }

  /** What was last read; null where it could not be. */
  @Nullable Boolean isOpen() {
    return open;
  }

  private void tell(boolean isOpen) {
    if (told == null || told != isOpen) {
      told = isOpen;
      out.tell(Json.object().with("microphone", isOpen ? "open" : "muted"));
    }
  }

  /** A bridge knows nothing yet: it hears the truth. */
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
