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
 * Music played by whatever player is on the bus, by the MPRIS D-Bus Interface Specification 2.2:
 * the one that plays, else one that is paused, else any; among equals the one used last, else the
 * first by name. It is on this user's session bus; where there is none, on the system's.
 *
 * <p>Any thread may call anything, and waits while another does. The bus is opened at the first
 * call, and anew after a failure. Each answer may take 5 s, and what an order brings about another
 * second; an order is given, and what came of it {@link #playback()} says.
 *
 * <p>Throws {@code ABSENT} where there is no bus or no player, {@code DENIED} where the bus is
 * another user's, {@code UNSUPPORTED} where the player says that it cannot do that, and {@code
 * FAILED}, with its words, where it refused or hung.
 */
public final class MprisPlayer implements Player, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MprisClient client;
  private final Ducking ducking;

  /**
   * @param threads makes the thread that connects, which ends with that
   * @param duckedFile where the player's volume is kept while it is ducked, so that a process that
   *     was killed meanwhile is made up for; null to forget it with this one
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

  /** The player that was used last, and its bus; before that only {@code mpris}. */
  @Override
  public String where() {
    return client.where();
  }

  /**
   * The title is the track's; of a file without one its name without the ending, of a stream its
   * address. Where nothing plays there is none.
   */
  @Override
  public Playback playback() throws HalException {
    return client.with(player -> {
      var state = player.state();
      var mode = state.mode();
      if (mode == null) {
        throw new HalException(
            Kind.FAILED, player.where(), "it does not say whether it plays", "use another player");
      }
      return new Playback(mode, mode == Mode.STOPPED ? null : state.track().name());
    });
  }

  @Override
  public void play() throws HalException {
    client.with(player -> {
      require(player, "CanPlay", "it has nothing to play", "choose some music in the player");
      return player.tell("Play", state -> state.mode() == Mode.PLAYING);
    });
  }

  /**
   * Looks in the player's list of tracks for a title that is the name; then for a title, a file's
   * name and an artist that contain it, and plays the first that there is, whatever its case. Most
   * players show no such list, and some only a part of theirs.
   *
   * @throws HalException {@code UNSUPPORTED} also where it shows none
   */
  @Override
  public boolean play(String song) throws HalException {
    return client.with(player -> {
      if (!player.hasTracks()) {
        throw new HalException(
            Kind.UNSUPPORTED,
            player.where(),
            "it cannot search for a song",
            "choose it in the player, or set player in the board file to mpd, which can search");
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
      require(player, "CanPause", "what it plays cannot be paused", "stop it instead");
      return player.tell("Pause", state -> state.mode() != Mode.PLAYING);
    });
  }

  /** Goes on, or begins: MPRIS has one order for both. */
  @Override
  public void resume() throws HalException {
    play();
  }

  @Override
  public void stop() throws HalException {
    client.with(player -> {
      require(player, "CanControl", "it lets nobody control it", "use another player");
      return player.tell("Stop", state -> state.mode() == Mode.STOPPED);
    });
  }

  /** The next one, playing; after the last one a player stops, or says that it cannot. */
  @Override
  public void next() throws HalException {
    step("Next", "CanGoNext", "nothing comes after what it plays");
  }

  /** The one before, playing; many players begin the same again first. */
  @Override
  public void previous() throws HalException {
    step("Previous", "CanGoPrevious", "nothing comes before what it plays");
  }

  /** MPRIS, "Next": a player that is paused or stopped remains so, and is to be told. */
  private void step(String method, String ability, String problem) throws HalException {
    client.with(player -> {
      var before = require(player, ability, problem, "choose some music in the player");
      var now = player.tell(method, state -> !state.track().equals(before.track()));
      if (before.mode() != Mode.PLAYING && now.mode() != Mode.PLAYING) {
        player.tell("Play", state -> state.mode() == Mode.PLAYING);
      }
      return now;
    });
  }

  /** How it is, if it can do that. */
  private static MprisState require(MprisPeer player, String ability, String problem, String cure)
      throws HalException, BusRefusal {
    var state = player.state();
    if (!state.lets(ability)) {
      throw new HalException(Kind.UNSUPPORTED, player.where(), problem, cure);
    }
    return state;
  }

  /**
   * Lowers the player's own volume to a quarter, so that a voice is heard over the music; more than
   * once is as once. The owner's volume is another, that of the sound card, and stays. Where the
   * player's cannot be set this does nothing.
   */
  @Override
  public void duck() throws HalException {
    ducking.duck();
  }

  /**
   * Sets the volume of the player that was ducked to exactly what it was, also if another one plays
   * by now, or if this process was restarted in between. Does nothing if none is ducked, or if
   * somebody else has set its volume in between.
   */
  @Override
  public void unduck() throws HalException {
    ducking.unduck();
  }

  /** Leaves the bus; the next call opens it anew. */
  @Override
  public void close() {
    client.close();
  }
}
