package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Player;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A silent player. Songs do not end. */
final class SimPlayer extends SimDevice implements Player {
  private static final List<String> PLAYLIST =
      List.of("Clair de lune", "Blue Danube", "Greensleeves");

  private Playback playback = new Playback(Mode.STOPPED, null);
  private @Nullable List<String> songs;
  private boolean isDucked;

  SimPlayer(SimBoard.Pause pause) {
    super("player", pause);
  }

  synchronized void have(List<String> songs) {
    this.songs = List.copyOf(songs);
  }

  @Override
  public synchronized Playback playback() throws HalException {
    begin();
    return playback;
  }

  @Override
  public synchronized void play() throws HalException {
    begin();
    go(0);
  }

  @Override
  public synchronized boolean play(String song) throws HalException {
    begin();
    if (songs != null && !songs.contains(song)) {
      return false;
    }
    playback = new Playback(Mode.PLAYING, song);
    return true;
  }

  @Override
  public synchronized boolean open(String url, String title) throws HalException {
    begin();
    playback = new Playback(Mode.PLAYING, title);
    return true;
  }

  @Override
  public synchronized void pause() throws HalException {
    begin();
    if (playback.mode() == Mode.PLAYING) {
      playback = new Playback(Mode.PAUSED, playback.title());
    }
  }

  @Override
  public synchronized void resume() throws HalException {
    begin();
    if (playback.mode() == Mode.PAUSED) {
      playback = new Playback(Mode.PLAYING, playback.title());
    }
  }

  @Override
  public synchronized void stop() throws HalException {
    begin();
    playback = new Playback(Mode.STOPPED, null);
  }

  @Override
  public synchronized void next() throws HalException {
    begin();
    go(1);
  }

  @Override
  public synchronized void previous() throws HalException {
    begin();
    go(-1);
  }

  @Override
  public synchronized void duck() throws HalException {
    begin();
    isDucked = true;
  }

  @Override
  public synchronized void unduck() throws HalException {
    begin();
    isDucked = false;
  }

  /** Whether it plays more softly now. */
  synchronized boolean isDucked() {
    return isDucked;
  }

  /**
   * Plays the title {@code step} places after the current one, or the first if there is no current
   * one.
   */
  private void go(int step) {
    var titles = songs == null || songs.isEmpty() ? PLAYLIST : songs;
    var title = playback.title();
    int now = title == null ? -1 : titles.indexOf(title);
    if (now < 0) {
      playback = new Playback(Mode.PLAYING, step == 0 && title != null ? title : titles.get(0));
    } else {
      playback = new Playback(Mode.PLAYING, titles.get(Math.floorMod(now + step, titles.size())));
    }
  }
}
