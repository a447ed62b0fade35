package dev.deviceagent.agent.view;

import dev.deviceagent.agent.view.ViewState.Offline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a display may show, lowest priority first. This is the only table of priorities: the strip,
 * the face, systemd's text and the page each decide how an indication looks, not which one wins.
 * The strip paints all that hold, the higher over the lower; the others show the highest that they
 * have something for. Short events are high: a press is often refused because the speaker is
 * offline, so the refusal covers that state.
 */
public enum Indication {
  /** Nothing happens, and the owner does not talk. */
  IDLE(ViewState::isAtRest),
  STARTING(State.STARTING),
  EMOTION(view -> view.emotion() != null),
  LISTENING(State.LISTENING),
  THINKING(State.THINKING),
  SPEAKING(State.SPEAKING),
  BATTERY_LOW(ViewState::batteryLow),
  TALKING(ViewState::talking),
  INTERRUPTED(ViewState::interrupted),
  ANNOUNCEMENT(view -> view.announcement() != null),
  /** The machine has no network. */
  OFFLINE_NETWORK(Offline.NETWORK),
  /** No vendor's SDK is connected. */
  OFFLINE_BRIDGE(Offline.BRIDGE),
  /** The SDK is connected but not in the room. */
  OFFLINE_ROOM(Offline.ROOM),
  ERROR(State.ERROR),
  VOLUME(view -> view.volume() != null),
  REFUSED(ViewState::refused),
  MUTE(ViewState::muted),
  /** The microphone is open, or may be. No theme can change how the strip shows it. */
  MICROPHONE_OPEN(ViewState::microphoneOpen);

  @SuppressWarnings("ImmutableEnumChecker") // these predicates have no state
  private final Predicate<ViewState> holds;

  Indication(Predicate<ViewState> holds) {
    this.holds = holds;
  }

  Indication(State state) {
    this(view -> view.state() == state);
  }

  Indication(Offline reason) {
    this(view -> view.offline() == reason);
  }

  /** The indications that hold in a view state, highest priority first. */
  public static List<Indication> of(ViewState view) {
    var all = new ArrayList<Indication>();
    for (var indication : values()) {
      if (indication.holds.test(view)) {
        all.addFirst(indication);
      }
    }
    return all;
  }

  /** Whether a theme says how the strip shows it. */
  public boolean isThemed() {
    return this != MICROPHONE_OPEN;
  }

  /** The name in a theme file and on the page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
