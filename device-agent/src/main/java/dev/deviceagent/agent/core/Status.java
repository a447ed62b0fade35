package dev.deviceagent.agent.core;

import dev.deviceagent.agent.tools.LaneReader;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Power;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the speaker's status; null means unknown. The core fills all but the pixels and
 * what only the board knows; the caller that has those adds them.
 *
 * @param playback null if the player could not be read
 * @param lights whether each is on, by name; each may be unknown
 * @param battery each member may be unknown
 * @param power null also if the board's firmware does not report it
 * @param problems those that the core knows, by the device's name, each with its cause and cure
 * @param unusable those that only the board knows, in the same form: buttons and screens
 * @param leds the pixels of the strip as {@code #rrggbb}; null also if there is no strip, and in a
 *     status without them
 */
public record Status(
    State state,
    Link link,
    PushToTalk pushToTalk,
    Microphone microphone,
    @Nullable Integer volumePercent,
    Player.@Nullable Playback playback,
    SequencedMap<String, @Nullable Boolean> lights,
    Battery.Charge battery,
    Power.@Nullable Supply power,
    SequencedMap<String, String> problems,
    SequencedMap<String, String> unusable,
    @Nullable String emotion,
    @Nullable List<String> leds,
    Counts counters) {

  public Status {
    lights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lights));
    problems = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(problems));
    unusable = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(unusable));
    leds = leds == null ? null : List.copyOf(leds);
  }

  /**
   * The connection to the cloud.
   *
   * @param since when it last went up or down, to the second; null before that
   * @param reason why it is down; null while it is up, and before it was up for the first time
   */
  public record Link(
      String kind, boolean isJoined, @Nullable Instant since, @Nullable String reason) {}

  /** The push-to-talk mode, and whether the owner talks. */
  public record PushToTalk(boolean isEnabled, boolean isTalking) {}

  /**
   * The microphone's switch, and the owner's mute.
   *
   * @param isOpen as last read; null if it could not be read
   */
  public record Microphone(@Nullable Boolean isOpen, boolean isMutedByOwner) {}

  /** The counts since the agent started. */
  public record Counts(
      long messagesIn, long messagesRejected, long framesOut, long toolCalls, long toolFailures) {}

  /** A copy with the strip's pixels. */
  public Status withLeds(@Nullable List<String> leds) {
    return with(unusable, leds);
  }

  /** A copy with the problems that only the board knows. */
  public Status withUnusable(SequencedMap<String, String> unusable) {
    return with(unusable, leds);
  }

  private Status with(SequencedMap<String, String> unusable, @Nullable List<String> leds) {
    return new Status(
        state,
        link,
        pushToTalk,
        microphone,
        volumePercent,
        playback,
        lights,
        battery,
        power,
        problems,
        unusable,
        emotion,
        leds,
        counters);
  }

  /** As {@code status --json} prints it. */
  public Json.Obj toJson() {
    var json =
        Json.object()
            .with("state", state.word())
            .with("link", json(link))
            .with(
                "pushToTalk",
                Json.object()
                    .with("enabled", pushToTalk.isEnabled())
                    .with("talking", pushToTalk.isTalking()))
            .with(
                "microphone",
                Json.object()
                    .with("open", microphone.isOpen())
                    .with("mutedByOwner", microphone.isMutedByOwner()))
            .with("volume", Json.object().with("percent", volumePercent))
            .with("playback", json(playback))
            .with("lights", json(lights))
            .with(
                "battery",
                Json.object()
                    .with("percent", battery.percent())
                    .with("charging", battery.charging()))
            .withOptional("power", power == null ? null : json(power))
            .withOptional("problems", problems.isEmpty() ? null : problems)
            .with("emotion", emotion)
            .with("leds", leds)
            .with("counters", json(counters));
    if (unusable.isEmpty()) {
      return json;
    }
    var all = new LinkedHashMap<>(problems);
    all.putAll(unusable);
    return json.with("problems", all); // replaces the member, or appends it if there was none
  }

  private static Json.Obj json(Link link) {
    var since = link.since();
    return Json.object()
        .with("kind", link.kind())
        .with("joined", link.isJoined())
        .with("since", since == null ? null : since.toString())
        .with("reason", link.reason());
  }

  private static Json.Obj json(Player.@Nullable Playback playback) {
    return playback == null
        ? Json.object().with("state", null).with("title", null)
        : LaneReader.json(playback);
  }

  private static Json.Obj json(Map<String, @Nullable Boolean> lights) {
    var json = Json.object();
    for (var light : lights.entrySet()) {
      var isOn = light.getValue();
      json = json.with(light.getKey(), isOn == null ? null : isOn ? "on" : "off");
    }
    return json;
  }

  private static Json.Obj json(Power.Supply power) {
    return Json.object()
        .with("underVoltage", power.underVoltage())
        .with("throttled", power.throttled());
  }

  private static Json.Obj json(Counts counters) {
    return Json.object()
        .with("messagesIn", counters.messagesIn())
        .with("messagesRejected", counters.messagesRejected())
        .with("framesOut", counters.framesOut())
        .with("toolCalls", counters.toolCalls())
        .with("toolFailures", counters.toolFailures());
  }
}
