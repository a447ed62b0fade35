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

  private boolean pressed;
  private boolean contact;
  private long contactAtNanos;
  private final Alarm deaf = new Alarm();

  /** A press or a release, and when it happened. */
  record Change(boolean pressed, long atNanos) {}

  Optional<Change> edge(boolean closed, long atNanos) {
    contact = closed;
    contactAtNanos = atNanos;
    if (closed == pressed || (deaf.isSet() && atNanos < deaf.atNanos())) {
      return Optional.empty();
    }
    return Optional.of(change(atNanos));
  }

  Optional<Change> tick(long nowNanos) {
    if (deaf.rings(nowNanos) && contact != pressed) {
      return Optional.of(change(contactAtNanos));
    }
    return Optional.empty();
  }

  private Change change(long atNanos) {
    pressed = contact;
    deaf.set(atNanos, DEAF);
    return new Change(pressed, atNanos);
  }

  long deadlineNanos() {
    return deaf.atNanos();
  }
}
