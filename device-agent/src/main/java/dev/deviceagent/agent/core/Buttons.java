package dev.deviceagent.agent.core;

import dev.deviceagent.agent.config.ButtonAct;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.hal.Board;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The buttons: detects presses and maps them to actions. The talk button reports each press and
 * release. Every other button has one action for a tap and one for a hold. If both are the same,
 * the action runs on the press, because there is nothing to distinguish.
 */
final class Buttons {
  /** The actions of the buttons. */
  interface Acts {
    void talk(Debounce.Change change, long nowNanos);

    void act(ButtonAct act, long nowNanos);
  }

  /** A press that lasts this long is a hold. */
  static final Duration HELD = Duration.ofMillis(600);

  /** A held volume button repeats after this time. */
  static final Duration AGAIN = Duration.ofMillis(250);

  private final Config config;
  private final Acts acts;
  private final Map<String, Button> buttons = new LinkedHashMap<>();
  private boolean isOver;

  Buttons(Config config, Acts acts) {
    this.config = config;
    this.acts = acts;
  }

  private final class Button {
    final Debounce contact = new Debounce();
    final boolean talks;
    final Config.Meaning meaning;
    final Alarm held = new Alarm();
    boolean isHeld;

    Button(String name) {
      talks = name.equals(Board.TALK);
      meaning = config.meaning(name);
    }

    void change(Debounce.Change change, long now) {
      if (talks) {
        acts.talk(change, now);
      } else if (change.pressed()) {
        isHeld = false;
        if (isPlain()) {
          acts.act(meaning.tap(), now);
        }
        if (!isPlain() || repeats()) {
          held.set(change.atNanos(), HELD);
        }
      } else {
        if (!isPlain() && !isHeld) {
          acts.act(meaning.tap(), now);
        }
        held.clear();
      }
    }

    private boolean isPlain() {
      return meaning.tap() == meaning.hold();
    }

    private boolean repeats() {
      return meaning.hold() == ButtonAct.VOLUME_UP || meaning.hold() == ButtonAct.VOLUME_DOWN;
    }

    void holdOn(long now) {
      if (held.rings(now)) {
        isHeld = true;
        acts.act(meaning.hold(), now);
        if (repeats()) {
          held.set(now, AGAIN);
        }
      }
    }
  }

  /** Ignores every further press, because the agent ends. */
  void stop() {
    isOver = true;
    buttons.clear();
  }

  void edge(String name, boolean closed, long atNanos, long now) {
    if (isOver) {
      return;
    }
    var button = buttons.computeIfAbsent(name, Button::new);
    button.contact.edge(closed, atNanos).ifPresent(change -> button.change(change, now));
  }

  /** Called when no input waits, so the last edge of each contact is its current state. */
  void settle(long now) {
    for (var button : buttons.values()) {
      button.contact.tick(now).ifPresent(change -> button.change(change, now));
    }
  }

  /** Called after every input. */
  void tick(long now) {
    for (var button : buttons.values()) {
      if (button.contact.isOverdue(now)) {
        button.contact.tick(now).ifPresent(change -> button.change(change, now));
      }
      button.holdOn(now);
    }
  }

  long deadlineNanos() {
    long next = Alarm.NEVER;
    for (var button : buttons.values()) {
      next = Math.min(next, Math.min(button.contact.deadlineNanos(), button.held.atNanos()));
    }
    return next;
  }
}
