package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plays music by mpd, the music player daemon, 0.21 or later (the first with filter expressions).
 *
 * <p>Each call opens a connection, so an mpd that was restarted is found again, and any thread may
 * call any method. Each step of a call may take 5 s; a call has up to eight steps.
 *
 * <p>Throws {@code ABSENT} if no mpd listens, {@code DENIED} if it rejects this process, and {@code
 * FAILED}, with mpd's text, if it refused, hung or sent an invalid answer.
 */
public final class MpdPlayer implements Player {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String TOO_OLD = "check that mpd is version 0.21 or later";

  private final MpdClient client;
  private final Ducking ducking;

  /**
   * @param address the path of its socket ({@code /run/mpd/socket}), {@code host} or {@code
   *     host:port}; the default port is 6600
   * @throws IllegalArgumentException if it is none of these
   */
  public MpdPlayer(String address) {
    this(address, null);
  }

  /**
   * @param address as above
   * @param duckedFile where mpd's volume is recorded while it is ducked, so that the next process
   *     can restore it if this one is killed; null to keep it in this process only
   * @throws IllegalArgumentException if the address is invalid
   */
  public MpdPlayer(String address, @Nullable Path duckedFile) {
    this(address, duckedFile, PATIENCE);
  }

  /**
   * Returns the address if it is valid.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static String checked(String address) {
    Objects.requireNonNull(MpdAddress.parse(address));
    return address;
  }

  MpdPlayer(String address, @Nullable Path duckedFile, Duration patience) {
    client = new MpdClient(MpdAddress.parse(address), patience);
    ducking = new Ducking(new MpdVolume(client), duckedFile);
  }

  @Override
  public String where() {
    return client.where();
  }

  /** Sends a ping. */
  @Override
  public void probe() throws HalException {
    client.with(mpd -> mpd.ask(MpdCommand.of("ping")));
  }

  /**
   * The title is the song's tag; without a tag, the name that a radio station sends; else the name
   * of the file without its extension. There is no title while mpd is stopped.
   */
  @Override
  public Playback playback() throws HalException {
    var seen = client.with(mpd -> mpd.ask(MpdCommand.STATUS, MpdCommand.of("currentsong")));
    return new Playback(mode(seen), isStopped(seen) ? null : title(seen));
  }

  private Mode mode(MpdReply status) throws HalException {
    return switch (status.first("state")) {
      case "play" -> Mode.PLAYING;
      case "pause" -> Mode.PAUSED;
      case "stop" -> Mode.STOPPED;
      case null, default -> throw client.failed("its answer contains no playback state", TOO_OLD);
    };
  }

  private static @Nullable String title(MpdReply song) {
    var title = song.first("Title");
    if (title == null) {
      title = song.first("Name");
    }
    var file = song.first("file");
    if (title != null || file == null) {
      return title;
    }
    var name = file.substring(file.lastIndexOf('/') + 1);
    if (name.isEmpty() || file.contains("://")) {
      return file;
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Continues what mpd was playing, or starts its queue. Fills an empty queue with the whole
   * library first, in mpd's order, because a user who says "play" wants to hear something.
   *
   * @throws HalException {@code FAILED} also if the library is empty
   */
  @Override
  public void play() throws HalException {
    client.with(mpd -> {
      if (MpdLibrary.isQueueEmpty(mpd) && !MpdLibrary.queueAll(mpd)) {
        throw client.failed(
            "its library is empty", "copy music to its music directory and run: mpc update");
      }
      return started(mpd, MpdCommand.of("play"));
    });
  }

  /**
   * Searches mpd's library for a title that equals the name; then for a title, a path below the
   * music directory and an artist that contain it. Plays the first match. Upper and lower case are
   * the same, in every script that mpd's ICU knows. The queue is kept: a song in it is played at
   * its position, another one is added after the current song.
   */
  @Override
  public boolean play(String song) throws HalException {
    return client.with(mpd -> {
      var file = MpdLibrary.find(mpd, song);
      if (file == null) {
        return false;
      }
      var id = MpdLibrary.queued(mpd, file);
      if (id == null) {
        throw client.failed("its answer contains no id for the added song", TOO_OLD);
      }
      return started(mpd, MpdCommand.of("playid", id));
    });
  }

  /** mpd plays an address if it was built with curl, as Debian's is. */
  @Override
  public boolean open(String url, String title) throws HalException {
    return client.with(mpd -> {
      String id;
      try {
        id = MpdLibrary.queued(mpd, url);
      } catch (MpdRefusal e) {
        return false;
      }
      return id != null && started(mpd, MpdCommand.of("playid", id));
    });
  }

  @Override
  public void pause() throws HalException {
    client.with(mpd -> mpd.ask(MpdCommand.of("pause", "1")));
  }

  /** Continues if paused. */
  @Override
  public void resume() throws HalException {
    client.with(mpd -> started(mpd, MpdCommand.of("pause", "0")));
  }

  @Override
  public void stop() throws HalException {
    client.with(mpd -> mpd.ask(MpdCommand.of("stop")));
  }

  /** Plays the next song of the queue. After the last one mpd stops, unless it repeats. */
  @Override
  public void next() throws HalException {
    step("next");
  }

  /** Plays the previous song of the queue; restarts the first one. */
  @Override
  public void previous() throws HalException {
    step("previous");
  }

  /** mpd refuses to step while it is stopped ("Not playing"), so it is started first. */
  private void step(String name) throws HalException {
    var status = client.with(mpd -> mpd.ask(MpdCommand.STATUS));
    if (isStopped(status)) {
      play();
    }
    if (!isStopped(status) || status.first("songid") != null) {
      client.with(mpd -> started(mpd, MpdCommand.of(name)));
    }
  }

  private static boolean isStopped(MpdReply status) {
    return "stop".equals(status.first("state"));
  }

  /**
   * Starts playback, and throws immediately if mpd knows why it cannot play. A sound card that is
   * missing or busy is not a refusal but an error in the status. A card that fails later is only
   * visible in the next {@link #playback()}, as paused.
   */
  private boolean started(MpdConnection mpd, MpdCommand command) throws HalException, MpdRefusal {
    mpd.ask(command);
    var status = mpd.ask(MpdCommand.STATUS);
    var error = status.first("error");
    if (error != null && mode(status) != Mode.PLAYING) {
      throw client.failed(
          "playback failed: " + MpdWire.printable(error), "correct audio_output in mpd.conf");
    }
    return true;
  }

  /**
   * Lowers mpd's volume to a quarter, so that a voice is heard over the music. Repeated calls have
   * no further effect. The owner's volume is a different one and is unchanged, if mpd.conf has
   * {@code mixer_type "software"} in its audio_output; with "hardware", mpd's default, both are the
   * same. Does nothing if mpd has no mixer. Any thread.
   */
  @Override
  public void duck() throws HalException {
    ducking.duck();
  }

  /**
   * Restores mpd's exact volume from before {@link #duck()}, also if mpd or this process was
   * restarted in between, and also if the previous call failed. Does nothing if mpd is not ducked,
   * or if its volume was changed in between. Any thread.
   */
  @Override
  public void unduck() throws HalException {
    ducking.unduck();
  }
}
