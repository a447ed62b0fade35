package dev.deviceagent.agent.core;

import java.time.Duration;
import java.util.Optional;

/**
 * Makes presses out of the edges of a button's contact. The first edge counts, at once; then the
 * button is deaf for a while, and what the contact says when that is over counts again, so that
 * neither a bounce is taken for a press nor a short press is lost.
 */
final class Debounce {
  /** Contacts bounce for 1 to 10 ms, worn ones for 20 (Ganssle, "A Guide to Debouncing"). */
  static final Duration DEAF = Duration.ofMillis(25);

  /** An edge is told some time after it was: what the contact says is asked for no sooner. */
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
      // By the edge's own time, not by when it is heard; and heard late, it is to settle again.
      settled.set(deafUntilNanos, HEARD.minus(DEAF));
      return Optional.empty();
    }
    return closed == pressed ? Optional.empty() : Optional.of(change(atNanos));
  }

  /** Called when no edge waits to be told: what the contact said last is how it is. */
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

  /** Whether settling has waited for inputs without end, as under a flood of messages. */
  boolean isOverdue(long nowNanos) {
    return settled.isSet() && nowNanos - settled.atNanos() > FLOODED.toNanos();
  }

  long deadlineNanos() {
    return settled.atNanos();
  }
}
