package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Music played by mpd, the music player daemon, 0.21 or later (the first with filter expressions).
 *
 * <p>Every call has a connection of its own, so an mpd that was restarted is found again, and any
 * thread may call anything. Each step of a call may take 5 s; a call has up to eight of them.
 *
 * <p>Throws {@code ABSENT} where no mpd listens, {@code DENIED} where it does not let this process
 * in, and {@code FAILED}, with its words, where it refused, hung or spoke nonsense.
 */
public final class MpdPlayer implements Player {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String TOO_OLD = "is it an mpd of 0.21 or later?";

  private final MpdClient client;
  private final Ducking ducking;

  /**
   * @param address the path of its socket ({@code /run/mpd/socket}), {@code host} or {@code
   *     host:port}; the port is 6600 where none is given
   * @throws IllegalArgumentException where it is none of these
   */
  public MpdPlayer(String address) {
    this(address, null);
  }

  /**
   * @param address as above
   * @param duckedFile where mpd's volume is kept while it is ducked, so that a process that was
   *     killed meanwhile is made up for; null to forget it with this one
   * @throws IllegalArgumentException where the address is none
   */
  public MpdPlayer(String address, @Nullable Path duckedFile) {
    this(address, duckedFile, PATIENCE);
  }

  /**
   * The address, if it is one.
   *
   * @throws IllegalArgumentException where it is none
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

  /** Pings. */
  @Override
  public void probe() throws HalException {
    client.with(mpd -> mpd.ask(MpdCommand.of("ping")));
  }

  /**
   * The title is the song's tag; where it has none, the name that a radio station gives itself;
   * else the file's name without its ending. Where nothing plays there is none.
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
      case null, default -> throw client.failed("it does not say whether it plays", TOO_OLD);
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
   * Goes on with what mpd was playing, or begins its queue. An empty queue is filled with the whole
   * library first, in mpd's order, for whoever says "play" wants to hear something.
   *
   * @throws HalException {@code FAILED} also where the library is empty
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
   * Looks in mpd's library for a title that is the name; then for a title, a path below the music
   * directory and an artist that contain it, and plays the first that there is. Upper and lower
   * case are the same, in every script that mpd's ICU knows. The queue stays: a song that is in it
   * is played where it stands, another is put behind the current one.
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
        throw client.failed("it does not say where it put the song", TOO_OLD);
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

  /** Goes on if it is paused. */
  @Override
  public void resume() throws HalException {
    client.with(mpd -> started(mpd, MpdCommand.of("pause", "0")));
  }

  @Override
  public void stop() throws HalException {
    client.with(mpd -> mpd.ask(MpdCommand.of("stop")));
  }

  /** The next of the queue, playing; after the last one mpd stops, unless it repeats. */
  @Override
  public void next() throws HalException {
    step("next");
  }

  /** The one before in the queue, playing; the first is begun again. */
  @Override
  public void previous() throws HalException {
    step("previous");
  }

  /** A stopped mpd refuses to step ("Not playing"), so it is started first. */
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
   * Has it play, and tells at once why it does not where mpd knows: a sound card that is gone or
   * busy is no refusal, it stands in the status. A card that takes its time to fail is seen by the
   * next {@link #playback()} only, as paused.
   */
  private boolean started(MpdConnection mpd, MpdCommand command) throws HalException, MpdRefusal {
    mpd.ask(command);
    var status = mpd.ask(MpdCommand.STATUS);
    var error = status.first("error");
    if (error != null && mode(status) != Mode.PLAYING) {
      throw client.failed(
          "it cannot play: " + MpdWire.printable(error), "correct its audio_output in mpd.conf");
    }
    return true;
  }

  /**
   * Lowers mpd's own volume to a quarter, so that a voice is heard over the music; more than once
   * is as once. The owner's volume is another and stays, if mpd.conf has {@code mixer_type
   * "software"} in its audio_output; with "hardware", mpd's default, both are one. Where mpd has no
   * mixer this does nothing. Any thread.
   */
  @Override
  public void duck() throws HalException {
    ducking.duck();
  }

  /**
   * Sets mpd's volume to exactly what it was before {@link #duck()}, also if mpd or this process
   * was restarted in between, and also if the one before failed. Does nothing if it is not ducked,
   * or if somebody else has set its volume in between. Any thread.
   */
  @Override
  public void unduck() throws HalException {
    ducking.unduck();
  }
}
