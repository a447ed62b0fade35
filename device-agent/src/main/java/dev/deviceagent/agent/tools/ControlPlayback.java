package dev.deviceagent.agent.tools;

import dev.deviceagent.agent.text.Nearest;
import dev.deviceagent.codec.Fields;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Signal.Song;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Player.Mode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"action": "play|pause|resume|stop|next|previous", "song": "…"}}. */
record ControlPlayback(Player player) implements Tool {
  private static final int URL_CHARACTERS = 2_000;

  static final String NAME = "ControlPlayback";
  private static final List<String> ACTIONS =
      Arrays.stream(PlaybackAction.values()).map(PlaybackAction::word).toList();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Controls the playback: plays a song, pauses, resumes, stops, or skips a track.";
  }

  @Override
  public Json.Obj parameters() {
    return Arguments.schema(
        Json.object()
            .with("action", Arguments.wordSchema(ACTIONS, "the action"))
            .with("song", Arguments.textSchema("with play: the name of the song to look for")),
        List.of("action"));
  }

  @Override
  public Plan check(Fields arguments) throws ToolFailure {
    var word = Arguments.needed("action", Arguments.word(arguments, "action", ACTIONS));
    var song = Arguments.text(arguments, "song");
    return plan(PlaybackAction.of(word), song == null || song.isBlank() ? null : song);
  }

  /**
   * Controls the player.
   *
   * @param song to look for with {@code PLAY}; otherwise ignored
   */
  Plan plan(PlaybackAction action, @Nullable String song) {
    return new Plan(
        Lane.PLAYBACK,
        action == PlaybackAction.PLAY,
        _ -> {
          act(action, song);
          return checked(action, LaneReader.playback(player));
        });
  }

  /**
   * Plays a song that the cloud has found: from its address if the player can, else by its name.
   */
  Plan play(Song song) {
    return new Plan(
        Lane.PLAYBACK,
        true,
        _ -> {
          var url = song.url();
          if (url == null || !isWebAddress(url) || !player.open(url, song.name())) {
            act(PlaybackAction.PLAY, song.name());
          }
          return checked(PlaybackAction.PLAY, LaneReader.playback(player));
        });
  }

  /** A cloud may name only web addresses; for example, no files of this machine. */
  private static boolean isWebAddress(String url) {
    return url.length() <= URL_CHARACTERS && url.matches("https?://[!-~]+");
  }

  private void act(PlaybackAction action, @Nullable String song) throws HalException, ToolFailure {
    switch (action) {
      case PLAY -> {
        if (song == null) {
          player.play();
        } else if (!player.play(song)) {
          throw new ToolFailure(
              ToolFailure.Kind.NOT_FOUND, "no song '" + Nearest.shown(song) + "' was found");
        }
      }
      case PAUSE -> player.pause();
      case RESUME -> player.resume();
      case STOP -> player.stop();
      case NEXT -> player.next();
      case PREVIOUS -> player.previous();
    }
  }

  /** Checks that the player is in the requested state. */
  private static Observation checked(PlaybackAction action, Observation seen) throws ToolFailure {
    if (seen.reading() instanceof Reading.OfPlayback(var playback) && playback != null) {
      var wanted =
          switch (action) {
            case PAUSE -> Mode.PAUSED;
            case STOP -> Mode.STOPPED;
            case PLAY, RESUME, NEXT, PREVIOUS -> Mode.PLAYING;
          };
      if (playback.mode() != wanted) {
        throw new ToolFailure(
            ToolFailure.Kind.NOT_DONE,
            "after '" + action.word() + "' the player is " + seen.result().get("state"));
      }
    }
    return seen;
  }
}
