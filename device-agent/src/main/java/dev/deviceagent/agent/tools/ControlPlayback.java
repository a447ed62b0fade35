package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.config.Nearest;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Player.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"action": "play|pause|resume|stop|next|previous", "song": "…"}}. */
record ControlPlayback(Player player) implements Tool {
  static final String NAME = "ControlPlayback";
  private static final List<String> ACTIONS =
      List.of("play", "pause", "resume", "stop", "next", "previous");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Controls what is playing: plays a song, pauses, resumes, stops, skips.";
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(
        Json.object()
            .with("action", Arguments.wordSchema(ACTIONS, "what to do"))
            .with("song", Arguments.textSchema("with play: the name of the song to look for")),
        List.of("action"));
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var action = Arguments.needed("action", Arguments.word(arguments, "action", ACTIONS));
    var song = Arguments.text(arguments, "song");
    return new Plan(
        Lane.PLAYBACK,
        action.equals("play"),
        board -> {
          act(action, song == null || song.isBlank() ? null : song);
          return checked(action, Asking.playback(player));
        });
  }

  private void act(String action, @Nullable String song) throws HalException, ToolFailure {
    switch (action) {
      case "play" -> {
        if (song == null) {
          player.play();
        } else if (!player.play(song)) {
          throw new ToolFailure(
              ToolFailure.Kind.NOT_FOUND, "no song '" + Nearest.shown(song) + "' was found");
        }
      }
      case "pause" -> player.pause();
      case "resume" -> player.resume();
      case "stop" -> player.stop();
      case "next" -> player.next();
      case "previous" -> player.previous();
      default -> throw new IllegalStateException("an action that was not checked: " + action);
    }
  }

  /** Whether the player is now what it was told to be. */
  private static Observation checked(String action, Observation seen) throws ToolFailure {
    if (seen.reading() instanceof Reading.OfPlayback(var playback) && playback != null) {
      var wanted =
          switch (action) {
            case "pause" -> Mode.PAUSED;
            case "stop" -> Mode.STOPPED;
            default -> Mode.PLAYING;
          };
      if (playback.mode() != wanted) {
        throw new ToolFailure(
            ToolFailure.Kind.NOT_DONE,
            "after '" + action + "' the player is " + seen.result().get("state"));
      }
    }
    return seen;
  }
}
