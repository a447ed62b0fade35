package dev.deviceagent.agent.core;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.hal.Colour;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the AI is doing, as far as it reports this. No state can stick: every temporary state has a
 * deadline, after which the speaker is idle. Each further report extends the deadline.
 */
final class Conversation {
  private static final Duration LISTENING = Duration.ofMinutes(1);
  private static final Duration THINKING = Duration.ofSeconds(30);
  private static final Duration SPEAKING = Duration.ofMinutes(2);
  private static final Duration ERROR = Duration.ofSeconds(10);
  private static final Duration EMOTION = Duration.ofSeconds(20);
  private static final Duration ANNOUNCEMENT = Duration.ofSeconds(5);
  private static final Duration REFUSED = Duration.ofSeconds(1);
  private static final Duration INTERRUPTED = Duration.ofMillis(800);

  private State passing = State.IDLE;
  private final Alarm passed = new Alarm();
  private @Nullable String emotion;
  private final Alarm felt = new Alarm();
  private @Nullable Colour announcement;
  private final Alarm announced = new Alarm();
  private final Alarm refused = new Alarm();
  private final Alarm interrupted = new Alarm();

  /** IDLE, LISTENING, THINKING, SPEAKING or ERROR. */
  State passing() {
    return passing;
  }

  boolean isSpeaking() {
    return passing == State.SPEAKING;
  }

  /** Whether the AI reports that it speaks or thinks. */
  boolean isBusy() {
    return passing == State.SPEAKING || passing == State.THINKING;
  }

  @Nullable String emotion() {
    return emotion;
  }

  @Nullable Colour announcement() {
    return announcement;
  }

  boolean isRefusing() {
    return refused.isSet();
  }

  void idle() {
    passing = State.IDLE;
    passed.clear();
  }

  void listening(long now) {
    pass(State.LISTENING, LISTENING, now);
  }

  void thinking(long now) {
    pass(State.THINKING, THINKING, now);
  }

  void speaking(long now) {
    pass(State.SPEAKING, SPEAKING, now);
  }

  void error(long now) {
    pass(State.ERROR, ERROR, now);
  }

  /** More words of the current speech. */
  void stillSpeaking(long now) {
    if (isSpeaking()) {
      speaking(now);
    }
  }

  /** Speech has ended. If the AI is already in another state, that state stays. */
  void notSpeaking() {
    if (isSpeaking()) {
      idle();
    }
  }

  private void pass(State state, Duration longest, long now) {
    passing = state;
    passed.set(now, longest);
  }

  void feel(String emotion, long now) {
    this.emotion = emotion;
    felt.set(now, EMOTION);
  }

  void announce(Colour colour, long now) {
    announcement = colour;
    announced.set(now, ANNOUNCEMENT);
  }

  void refuse(long now) {
    refused.set(now, REFUSED);
  }

  boolean isInterrupted() {
    return interrupted.isSet();
  }

  /** The AI was interrupted. */
  void interrupt(long now) {
    interrupted.set(now, INTERRUPTED);
  }

  /** The link is down, so the AI's state is reset. */
  void forget() {
    idle();
    emotion = null;
    felt.clear();
  }

  void tick(long now) {
    if (passed.rings(now)) {
      passing = State.IDLE;
    }
    if (felt.rings(now)) {
      emotion = null;
    }
    if (announced.rings(now)) {
      announcement = null;
    }
    refused.rings(now);
    interrupted.rings(now);
  }

  long deadlineNanos() {
    return Math.min(
        Math.min(passed.atNanos(), felt.atNanos()),
        Math.min(Math.min(announced.atNanos(), refused.atNanos()), interrupted.atNanos()));
  }
}
