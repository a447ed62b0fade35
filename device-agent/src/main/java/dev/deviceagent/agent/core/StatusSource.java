package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.hal.Battery;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds the status from the core's parts. Core thread only.
 *
 * @param linkKind as the configuration names it
 * @param lightNames of all lights of the board, so a light that cannot be read is shown as unknown,
 *     not missing
 */
record StatusSource(
    String linkKind,
    Collection<String> lightNames,
    Talk talk,
    Gate gate,
    ObservedState observed,
    Conversation conversation,
    Counters counters) {
  /** Characters of the bridge's reason that a status repeats. */
  private static final int REASON_MOST = 200;

  /** The status now, in this state. */
  Status status(State state) {
    var charge = observed.charge();
    return new Status(
        state,
        link(),
        new Status.PushToTalk(talk.isEnabled(), talk.isTalking()),
        new Status.Microphone(gate.isOpen(), talk.isMuted()),
        observed.volumePercent(),
        observed.playback(),
        lights(),
        charge == null ? new Battery.Charge(null, null) : charge,
        observed.supply(),
        problems(),
        new LinkedHashMap<>(),
        conversation.emotion(),
        null,
        counters.counts());
  }

  private Status.Link link() {
    var since = observed.since();
    var reason = observed.reason();
    return new Status.Link(
        linkKind,
        observed.isJoined(),
        since == null ? null : since.truncatedTo(ChronoUnit.SECONDS),
        reason != null && reason.length() > REASON_MOST
            ? reason.substring(0, REASON_MOST) + "…"
            : reason);
  }

  /** Whether each light is on; null if that is unknown. */
  private SequencedMap<String, @Nullable Boolean> lights() {
    var lights = observed.lights();
    var areOn = new LinkedHashMap<String, @Nullable Boolean>();
    for (var name : lightNames) {
      var state = lights == null ? null : lights.get(name);
      areOn.put(name, state == null ? null : state.on());
    }
    return areOn;
  }

  private SequencedMap<String, String> problems() {
    var problems = observed.problems();
    if (observed.hasNoNetwork()) {
      problems.put(Lane.NETWORK.word(), "no network; plug in a network cable, or set up Wi-Fi");
    }
    var failure = gate.failure();
    if (failure != null) {
      problems.put("microphone", failure);
    }
    return problems;
  }
}
