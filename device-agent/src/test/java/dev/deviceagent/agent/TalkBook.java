package dev.deviceagent.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * Records, with times, what a driver did and what its bridges read, and checks the rules. Safe for
 * any thread.
 */
final class TalkBook {
  private enum Kind {
    START,
    END,
    PRESSING,
    RELEASED,
    MUTED,
    UNMUTING,
    BREAKING,
    MENDED,
    KILLED,
    STARTED,
    OVER,
    SWITCH_OPEN,
    SWITCH_SHUT
  }

  private record Entry(Kind kind, long atNanos) {}

  private final List<Entry> entries = new ArrayList<>();

  private synchronized void write(Kind kind) {
    entries.add(new Entry(kind, System.nanoTime()));
  }

  void startRead() {
    write(Kind.START);
  }

  void endRead() {
    write(Kind.END);
  }

  /** Before a press is sent. */
  void pressing() {
    write(Kind.PRESSING);
  }

  /** After a release was sent and the agent has answered a later question. */
  void released() {
    write(Kind.RELEASED);
  }

  /** After the mute was acknowledged. */
  void muted() {
    write(Kind.MUTED);
  }

  void unmuting() {
    write(Kind.UNMUTING);
  }

  /** Before the switch starts to fail. */
  void breaking() {
    write(Kind.BREAKING);
  }

  void mended() {
    write(Kind.MENDED);
  }

  void agentKilled() {
    write(Kind.KILLED);
  }

  void agentStarted() {
    write(Kind.STARTED);
  }

  void over() {
    write(Kind.OVER);
  }

  /** Whether the last start that was read has no end yet. */
  synchronized boolean hasOpenTalk() {
    return entries.stream()
            .map(Entry::kind)
            .filter(kind -> kind == Kind.START || kind == Kind.END)
            .reduce(Kind.END, (_, last) -> last)
        == Kind.START;
  }

  private long count(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  synchronized String summary() {
    return "%d talks told, %d ended".formatted(count(Kind.START), count(Kind.END));
  }

  /**
   * All violations of the rules.
   *
   * @param moves of the switch, one line each, as {@link SimulatedSpeaker} writes them
   * @param slackNanos time in which a move that has started may still finish
   */
  synchronized List<String> violations(List<String> moves, long slackNanos) {
    var all = new ArrayList<>(entries);
    for (var move : moves) {
      var words = move.split(" ", -1);
      all.add(
          new Entry(
              words[0].equals("open") ? Kind.SWITCH_OPEN : Kind.SWITCH_SHUT,
              Long.parseLong(words[1])));
    }
    all.sort((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
    var violations = new ArrayList<String>();
    ends(all, violations);
    opens(all, slackNanos, violations);
    return violations;
  }

  /** Each start has one end; a killed process may send one more end. */
  private static void ends(List<Entry> all, List<String> violations) {
    boolean isOpen = false;
    boolean wasKilled = false;
    for (var entry : all) {
      switch (entry.kind()) {
        case START -> {
          if (isOpen) {
            violations.add("a second start at " + entry.atNanos());
          }
          isOpen = true;
          wasKilled = false;
        }
        case END -> {
          if (!isOpen && !wasKilled) {
            violations.add("an end of no talk at " + entry.atNanos());
          }
          isOpen = false;
          wasKilled = false;
        }
        case KILLED -> wasKilled = true;
        case OVER -> {
          if (isOpen) {
            violations.add("a talk that was not ended");
          }
        }
        default -> {}
      }
    }
  }

  /**
   * The switch opens only after a press, and never between the acknowledged mute and its removal.
   */
  private static void opens(List<Entry> all, long slackNanos, List<String> violations) {
    boolean isSwitchOpen = false;
    boolean isMuted = false;
    boolean isBroken = false; // until it shuts again after repair: the agent retries once a second
    boolean isMended = true;
    boolean mayOpen = false;
    long forbiddenAt = 0;
    long openedAt = 0;
    for (var entry : all) {
      switch (entry.kind()) {
        case PRESSING -> mayOpen = true;
        case RELEASED -> {
          mayOpen = false;
          forbiddenAt = entry.atNanos();
        }
        case MUTED -> {
          isMuted = true;
          if (isSwitchOpen) {
            violations.add("open when the mute was acknowledged, at " + entry.atNanos());
          }
        }
        case UNMUTING -> isMuted = false;
        case BREAKING -> {
          isBroken = true;
          isMended = false;
        }
        case MENDED -> isMended = true;
        case KILLED, STARTED -> { // the simulated switch ends with its process
          isSwitchOpen = false;
          isBroken = false;
        }
        case SWITCH_OPEN -> {
          isSwitchOpen = true;
          openedAt = entry.atNanos();
          if (isMuted) {
            violations.add("opened against the mute at " + entry.atNanos());
          }
          if (!mayOpen && entry.atNanos() - forbiddenAt > slackNanos) {
            violations.add("opened outside a talk at " + entry.atNanos());
          }
        }
        case SWITCH_SHUT -> {
          isSwitchOpen = false;
          isBroken = isBroken && !isMended;
        }
        case END -> {
          // A switch that opened just now belongs to the next talk: a bridge reads an end some time
          // after the agent sends it.
          if (isSwitchOpen && !isBroken && entry.atNanos() - openedAt > slackNanos) {
            violations.add("open when the end was read at " + entry.atNanos());
          }
        }
        case OVER -> {
          if (isSwitchOpen) {
            violations.add("open when all was over");
          }
        }
        case START -> {}
      }
    }
  }
}
