package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.codec.Intent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Push-to-talk. The invariant: every StartTalk has exactly one FinishTalk or CancelTalk. With
 * push-to-talk, the microphone opens only between them, and never while the owner's mute is on.
 */
final class Talk {
  private enum Phase {
    /** The owner does not talk. */
    REST,
    /** StartTalk is sent; the microphone is open or opening. */
    TALKING,
    /** The microphone is shutting; then the end is sent. */
    ENDING
  }

  /** If the microphone does not answer, the end is sent after this time: the bridge is muted. */
  private static final Duration SHUTTING = Duration.ofSeconds(1);

  private final Config.PushToTalk settings;
  private final Sender out;
  private final Gate gate;
  private final Conversation conversation;
  private final OwedCancel debt;
  private final RemoteLog log;
  private final Runnable onInterrupt;
  private Phase phase = Phase.REST;
  private boolean enabled;
  private boolean joined;
  private boolean muted;
  private boolean stopping;
  private boolean asksAfterEnd;
  private long pressedAtNanos;
  private boolean cutIn;
  private boolean finishes;
  private boolean isTap;
  private @Nullable Long nextPressAtNanos;
  private final Alarm longest = new Alarm();
  private final Alarm shutting = new Alarm();

  Talk(
      Config.PushToTalk settings,
      boolean muted,
      OwedCancel debt,
      Sender out,
      Gate gate,
      Conversation conversation,
      RemoteLog log,
      Runnable onInterrupt) {
    this.log = log;
    this.settings = settings;
    this.enabled = settings.enabled();
    this.muted = muted;
    this.debt = debt;
    this.out = out;
    this.gate = gate;
    this.conversation = conversation;
    this.onInterrupt = onInterrupt;
  }

  boolean isEnabled() {
    return enabled;
  }

  boolean isTalking() {
    return phase == Phase.TALKING;
  }

  /**
   * Whether the owner's words are being recorded, or soon will be; a chime would be recorded too.
   */
  boolean isBusy() {
    return phase != Phase.REST;
  }

  boolean isMuted() {
    return muted;
  }

  void press(long atNanos, long now) {
    if (stopping) {
      return; // after shutdown nothing would end the talk
    }
    if (!joined) {
      refuse("the link is down", now);
    } else if (!enabled) {
      hush(now);
    } else if (muted) {
      refuse("the owner has muted the microphone", now);
    } else if (phase == Phase.REST) {
      begin(atNanos, now);
    } else if (phase == Phase.ENDING) {
      nextPressAtNanos = atNanos; // begins when the previous talk has ended
    }
  }

  void release(long atNanos, long now) {
    if (phase == Phase.TALKING) {
      isTap = atNanos - pressedAtNanos <= settings.shortest().toNanos();
      end(!isTap, now);
    }
    nextPressAtNanos = null;
  }

  private void refuse(String reason, long now) {
    log.info("press refused: {}", reason);
    conversation.refuse(now);
  }

  private void begin(long atNanos, long now) {
    phase = Phase.TALKING;
    pressedAtNanos = atNanos;
    isTap = false;
    cutIn = conversation.isSpeaking();
    out.say(new Intent.StartTalk(cutIn));
    gate.want(true);
    conversation.listening(now);
    longest.set(atNanos, settings.longest());
  }

  private void end(boolean finishes, long now) {
    phase = Phase.ENDING;
    this.finishes = finishes;
    longest.clear();
    shutting.set(now, SHUTTING);
    gate.want(false);
  }

  /** Checks whether the microphone is as the talk needs it. Called after every move of it. */
  void microphoneMoved(long now) {
    if (phase == Phase.TALKING && gate.hasFailed()) {
      conversation.error(now);
      end(false, now);
    } else if (phase == Phase.ENDING && (gate.isSettled() || gate.hasFailed())) {
      sendEnd(now);
    }
  }

  private void sendEnd(long now) {
    phase = Phase.REST;
    shutting.clear();
    out.say(
        finishes
            ? new Intent.FinishTalk()
            : new Intent.CancelTalk(isTap, cutIn, conversation.isSpeaking()));
    if (asksAfterEnd) {
      asksAfterEnd = false;
      out.say(new Intent.AskPushToTalk(enabled));
    }
    if (finishes) {
      conversation.thinking(now);
    } else if (conversation.passing() == State.LISTENING) {
      conversation.idle();
    }
    if (isTap) {
      silence(now);
    }
    isTap = false;
    cutIn = false;
    converse();
    if (nextPressAtNanos != null) {
      long at = nextPressAtNanos;
      nextPressAtNanos = null;
      press(at, now);
    }
  }

  /** A button other than the talk button silences the AI. */
  void hush(long now) {
    if (conversation.isSpeaking()) {
      out.say(new Intent.Interrupt());
    }
    silence(now);
  }

  /** Drops what waits to be spoken. If the AI was speaking, shows that it was interrupted. */
  private void silence(long now) {
    if (cutIn || conversation.isSpeaking()) {
      conversation.notSpeaking();
      conversation.interrupt(now);
    }
    onInterrupt.run();
  }

  /** Ends a talk, if there is one; the cloud discards what was said. */
  void cancel(long now) {
    nextPressAtNanos = null;
    if (phase == Phase.TALKING) {
      end(false, now);
    }
  }

  void joined(long now) {
    joined = true;
    enabled = settings.enabled();
    gate.greet();
    if (debt.settle()) {
      cancelOwed(now);
    }
    if (phase == Phase.REST) {
      out.say(new Intent.AskPushToTalk(enabled));
    } else {
      asksAfterEnd = true;
    }
    converse();
  }

  /** The switch may still be shutting since the link was lost: it shuts before the end is sent. */
  private void cancelOwed(long now) {
    if (gate.isShut() || gate.hasFailed()) {
      out.say(Intent.CancelTalk.CUT_OFF);
    } else {
      phase = Phase.ENDING;
      finishes = false;
      shutting.set(now, SHUTTING);
    }
  }

  void left() {
    if (!joined) {
      return; // no talk is open
    }
    joined = false;
    asksAfterEnd = false;
    nextPressAtNanos = null;
    longest.clear();
    shutting.clear();
    if (phase != Phase.REST) {
      phase = Phase.REST;
      debt.owe();
    }
    gate.want(false);
  }

  /** The mode that the cloud reports. A repeated report changes nothing. */
  void mode(boolean enabled, long now) {
    if (enabled == this.enabled) {
      return;
    }
    log.info("push-to-talk is {}", enabled ? "on" : "off");
    this.enabled = enabled;
    if (!enabled) {
      cancel(now);
    }
    converse();
  }

  void mute(boolean muted, long now) {
    if (muted == this.muted) {
      return;
    }
    log.info("the owner's mute is {}", muted ? "on" : "off");
    this.muted = muted;
    if (muted) {
      cancel(now);
    }
    converse();
  }

  void stop(long now) {
    stopping = true;
    cancel(now);
    converse();
  }

  /** Whether no more work is pending after {@link #stop}. */
  boolean isOver() {
    return stopping && phase == Phase.REST && (gate.isSettled() || gate.hasFailed());
  }

  /** Between talks, the microphone is open in a natural conversation and shut in any other case. */
  private void converse() {
    boolean wanted = !enabled && joined && !muted && !stopping;
    if (phase == Phase.REST && wanted != gate.isWanted()) {
      gate.want(wanted);
    }
  }

  void tick(long now) {
    if (longest.rings(now) && phase == Phase.TALKING) {
      log.info("talk reached the {} s limit; finished", settings.longest().toSeconds());
      end(true, now);
    }
    if (shutting.rings(now) && phase == Phase.ENDING) {
      Logger.error("the microphone's switch did not answer in time; only the bridge is muted");
      sendEnd(now);
    }
  }

  long deadlineNanos() {
    return Math.min(longest.atNanos(), shutting.atNanos());
  }
}
