package dev.deviceagent.agent.core;

import dev.deviceagent.codec.Json;
import org.jspecify.annotations.Nullable;

/**
 * The status as {@code status --json} prints it, but for the light's pixels, which who paints them
 * adds. What is not known is null. For the core's thread.
 */
record Status(
    String linkKind,
    Talk talk,
    Gate gate,
    Known known,
    Conversation conversation,
    Counters counters) {

  Json.Obj toJson(State state) {
    return Json.object()
        .with("state", state.word())
        .with("link", known.link(linkKind))
        .with(
            "pushToTalk",
            Json.object().with("enabled", talk.isEnabled()).with("talking", talk.isTalking()))
        .with(
            "microphone",
            Json.object().with("open", gate.isOpen()).with("mutedByOwner", talk.isMuted()))
        .with("volume", known.volume())
        .with("playback", known.playback())
        .with("lights", known.lights())
        .with("battery", known.battery())
        .withOptional("power", known.power())
        .withOptional("problems", problems())
        .with("emotion", conversation.emotion())
        .with("leds", null)
        .with("counters", counters.toJson());
  }

  /** Null where all is as it should be. */
  private Json.@Nullable Obj problems() {
    var failure = gate.failure();
    var problems = known.problems();
    var all = failure == null ? problems : problems.with("microphone", failure);
    return all.equals(Json.object()) ? null : all;
  }
}
