package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.Optional;

/**
 * Turns the edges of a button's contact into presses. The first edge counts immediately. Then edges
 * are ignored for a short time, and afterwards the state of the contact counts again. So a bounce
 * is not taken for a press, and a short press is not lost.
 */
final class Debounce {
  /** Contacts bounce for 1 to 10 ms, worn ones for 20 (Ganssle, "A Guide to Debouncing"). */
  static final Duration DEAF = Duration.ofMillis(25);

  /** Edges arrive with a delay, so the contact is re-sampled only after this time. */
  static final Duration HEARD = DEAF.plusMillis(5);

  private static final Duration FLOODED = Duration.ofMillis(250);

  private boolean pressed;
  private boolean contact;
  private long contactAtNanos;
  private long deafUntilNanos = Long.MIN_VALUE;
  private final Alarm settled = new Alarm();

  /** A press or a release, and when it happened. */
  record Change(boolean pressed, long atNanos) {}

  Optional<Change> edge(boolean closed, long atNanos) {
    contact = closed;
    contactAtNanos = atNanos;
    if (atNanos < deafUntilNanos) {
      // The edge's timestamp counts, not its arrival. A late edge starts a new settling time.
      settled.set(deafUntilNanos, HEARD.minus(DEAF));
      return Optional.empty();
    }
    return closed == pressed ? Optional.empty() : Optional.of(change(atNanos));
  }

  /** Called when no edge waits, so the last edge is the state of the contact. */
  Optional<Change> tick(long nowNanos) {
    if (settled.rings(nowNanos) && contact != pressed) {
      return Optional.of(change(contactAtNanos));
    }
    return Optional.empty();
  }

  private Change change(long atNanos) {
    pressed = contact;
    deafUntilNanos = atNanos + DEAF.toNanos();
    settled.set(atNanos, HEARD);
    return new Change(pressed, atNanos);
  }

  /** Whether settling has been delayed too long by other inputs, as in a flood of messages. */
  boolean isOverdue(long nowNanos) {
    return settled.isSet() && nowNanos - settled.atNanos() > FLOODED.toNanos();
  }

  long deadlineNanos() {
    return settled.atNanos();
  }
}
