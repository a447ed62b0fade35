package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** What plays music. */
public interface Player extends Device {
  /** What it is doing. */
  enum Mode {
    PLAYING,
    PAUSED,
    STOPPED
  }

  /**
   * What it is doing, and with what.
   *
   * @param title null where there is none or it is unknown; cut where it is longer than {@link
   *     #TITLE_CHARACTERS}
   */
  record Playback(Mode mode, @Nullable String title) {
    /**
     * The title comes from a file or a radio station and is kept, shown and spoken. Titles of
     * classical music have some 150 characters.
     */
    public static final int TITLE_CHARACTERS = 500;

    public Playback {
      if (title != null && title.length() > TITLE_CHARACTERS) {
        boolean isWithinAPair = Character.isHighSurrogate(title.charAt(TITLE_CHARACTERS - 1));
        title = title.substring(0, TITLE_CHARACTERS - (isWithinAPair ? 1 : 0)) + "…";
      }
    }
  }

  Playback playback() throws HalException;

  /** Plays what it was playing, or whatever comes first. */
  void play() throws HalException;

  /**
   * Looks for a song and plays it.
   *
   * @return false where it has none of that name; then it goes on as it was
   */
  boolean play(String song) throws HalException;

  /**
   * Plays what is at an address.
   *
   * @param url {@code http} or {@code https}, of printable ASCII
   * @param title what it is called, for a player that shows a title
   * @return false if it cannot play this address; then it goes on as it was
   */
  default boolean open(String url, String title) throws HalException {
    return false;
  }

  void pause() throws HalException;

  void resume() throws HalException;

  void stop() throws HalException;

  void next() throws HalException;

  void previous() throws HalException;

  /**
   * Plays more softly, because somebody speaks, until {@link #unduck}. The owner's volume stays as
   * it is. Twice is the same as once; where it cannot be done, nothing happens.
   */
  void duck() throws HalException;

  /**
   * Plays as loudly as before {@link #duck}; without one, nothing happens. May be called beside
   * another call: at the end of the agent, one may hang.
   */
  void unduck() throws HalException;

  @Override
  default void probe() throws HalException {
    playback();
  }
}
