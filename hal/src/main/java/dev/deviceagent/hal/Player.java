package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** A music player. */
public interface Player extends Device {
  /** The playback mode. */
  enum Mode {
    PLAYING,
    PAUSED,
    STOPPED
  }

  /**
   * What the player is doing, and with which title.
   *
   * @param title null if there is none or it is unknown; cut if it is longer than {@link
   *     #TITLE_CHARACTERS}
   */
  record Playback(Mode mode, @Nullable String title) {
    /**
     * Limits a title, which comes from a file or a radio station and is stored, shown and spoken.
     * Titles of classical music have about 150 characters.
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

  /** Continues what was playing, or plays the first title that is available. */
  void play() throws HalException;

  /**
   * Searches for a song and plays it.
   *
   * @return false if there is no song of that name; in that case playback is unchanged
   */
  boolean play(String song) throws HalException;

  /**
   * Plays the sound at an address.
   *
   * @param url {@code http} or {@code https}, of printable ASCII
   * @param title the name of the sound, for a player that shows a title
   * @return false if the player cannot play this address; in that case playback is unchanged
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
   * Plays more softly during speech, until {@link #unduck}. The owner's volume is unchanged.
   * Repeated calls have no further effect. Does nothing if the player cannot be ducked.
   */
  void duck() throws HalException;

  /**
   * Plays as loudly as before {@link #duck}; without a preceding one, does nothing. May be called
   * during another call, which may hang while the agent shuts down.
   */
  void unduck() throws HalException;

  @Override
  default void probe() throws HalException {
    playback();
  }
}
