package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Plays music by any player on the bus, through the MPRIS D-Bus Interface Specification 2.2. It
 * uses the player that plays, else one that is paused, else any; among equals the one used last,
 * else the first by name. The bus is this user's session bus or, if there is none, the system bus.
 *
 * <p>Any thread may call any method; calls are serialised. The bus is opened at the first call, and
 * again after a failure. Each answer may take 5 s, and the effect of a command another second. A
 * method sends the command; {@link #playback()} reports its result.
 *
 * <p>Throws {@code ABSENT} if there is no bus or no player, {@code DENIED} if the bus belongs to
 * another user, {@code UNSUPPORTED} if the player reports that it cannot do this, and {@code
 * FAILED}, with the player's text, if it refused or hung.
 */
public final class MprisPlayer implements Player, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MprisClient client;
  private final Ducking ducking;

  /**
   * @param threads creates the thread that connects, which ends when that is done
   * @param duckedFile where the player's volume is recorded while it is ducked, so that the next
   *     process can restore it if this one is killed; null to keep it in this process only
   */
  public MprisPlayer(ThreadFactory threads, @Nullable Path duckedFile) {
    this(System.getenv(), threads, duckedFile, PATIENCE);
  }

  MprisPlayer(
      Map<String, String> environment,
      ThreadFactory threads,
      @Nullable Path duckedFile,
      Duration patience) {
    client = new MprisClient(environment, threads, patience);
    ducking = new Ducking(new MprisVolume(client), duckedFile);
  }

  /** The player that was used last, and its bus; before the first use, {@code mpris}. */
  @Override
  public String where() {
    return client.where();
  }

  /**
   * The title is that of the track; for a file without a title, its name without the extension; for
   * a stream, its address. There is no title while the player is stopped.
   */
  @Override
  public Playback playback() throws HalException {
    return client.with(player -> {
      var state = player.state();
      var mode = state.mode();
      if (mode == null) {
        throw new HalException(
            Kind.FAILED, player.where(), "it reports no playback state", "use another player");
      }
      return new Playback(mode, mode == Mode.STOPPED ? null : state.track().name());
    });
  }

  @Override
  public void play() throws HalException {
    client.with(player -> {
      require(player, "CanPlay", "it has nothing to play", "choose music in the player");
      return player.tell("Play", state -> state.mode() == Mode.PLAYING);
    });
  }

  /**
   * Searches the player's list of tracks for a title that equals the name; then for a title, a file
   * name and an artist that contain it. Plays the first match, whatever its case. Most players show
   * no such list, and some show only a part of it.
   *
   * @throws HalException {@code UNSUPPORTED} also if the player shows no list
   */
  @Override
  public boolean play(String song) throws HalException {
    return client.with(player -> {
      if (!player.hasTracks()) {
        throw new HalException(
            Kind.UNSUPPORTED,
            player.where(),
            "it cannot search for a song",
            "choose the song in the player, or set player in the board file to mpd, which can search");
      }
      var id = MprisTracks.find(player, song);
      if (id == null) {
        return false;
      }
      if (player.goTo(id).mode() != Mode.PLAYING) {
        player.tell("Play", state -> state.mode() == Mode.PLAYING);
      }
      return true;
    });
  }

  @Override
  public void pause() throws HalException {
    client.with(player -> {
      require(player, "CanPause", "the current track cannot be paused", "stop it instead");
      return player.tell("Pause", state -> state.mode() != Mode.PLAYING);
    });
  }

  /** Continues or starts: MPRIS has one command for both. */
  @Override
  public void resume() throws HalException {
    play();
  }

  @Override
  public void stop() throws HalException {
    client.with(player -> {
      require(player, "CanControl", "it does not allow remote control", "use another player");
      return player.tell("Stop", state -> state.mode() == Mode.STOPPED);
    });
  }

  /** Plays the next track. After the last one a player stops, or reports that it cannot. */
  @Override
  public void next() throws HalException {
    step("Next", "CanGoNext", "there is no next track");
  }

  /** Plays the previous track. Many players restart the current one first. */
  @Override
  public void previous() throws HalException {
    step("Previous", "CanGoPrevious", "there is no previous track");
  }

  /** MPRIS, "Next": a player that is paused or stopped remains so, and needs a Play command. */
  private void step(String method, String ability, String problem) throws HalException {
    client.with(player -> {
      var before = require(player, ability, problem, "choose music in the player");
      var now = player.tell(method, state -> !state.track().equals(before.track()));
      if (before.mode() != Mode.PLAYING && now.mode() != Mode.PLAYING) {
        player.tell("Play", state -> state.mode() == Mode.PLAYING);
      }
      return now;
    });
  }

  /** Returns the state of the player if it can do this. */
  private static MprisState require(MprisPeer player, String ability, String problem, String cure)
      throws HalException, BusRefusal {
    var state = player.state();
    if (!state.lets(ability)) {
      throw new HalException(Kind.UNSUPPORTED, player.where(), problem, cure);
    }
    return state;
  }

  /**
   * Lowers the player's volume to a quarter, so that a voice is heard over the music. Repeated
   * calls have no further effect. The owner's volume is a different one, that of the sound card,
   * and is unchanged. Does nothing if the player's volume cannot be set.
   */
  @Override
  public void duck() throws HalException {
    ducking.duck();
  }

  /**
   * Restores the exact volume of the player that was ducked, also if another one plays by now, or
   * if this process was restarted in between. Does nothing if no player is ducked, or if its volume
   * was changed in between.
   */
  @Override
  public void unduck() throws HalException {
    ducking.unduck();
  }

  /** Closes the connection. The next call opens it again. */
  @Override
  public void close() {
    client.close();
  }
}
