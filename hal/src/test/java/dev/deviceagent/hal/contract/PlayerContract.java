package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Player;
import dev.deviceagent.hal.Player.Mode;
import org.junit.jupiter.api.Test;

/** The contract of {@link Player}. */
public interface PlayerContract extends Pluggable {
  @Override
  Player device() throws Exception;

  /** The name of a song that the player has. */
  String song();

  @Test
  default void aSongThatItHasIsPlayed() throws Exception {
    var player = device();
    assertTrue(player.play(song()));
    assertEquals(Mode.PLAYING, player.playback().mode());
    assertNotNull(player.playback().title());
  }

  @Test
  default void oneThatItHasNotIsNotAndItGoesOnAsItWas() throws Exception {
    var player = device();
    player.play(song());
    var before = player.playback();
    assertFalse(player.play("no song is called so, surely"));
    assertEquals(before, player.playback());
  }

  @Test
  default void pausedAndResumedAndStopped() throws Exception {
    var player = device();
    player.play(song());
    player.pause();
    assertEquals(Mode.PAUSED, player.playback().mode());
    player.pause();
    assertEquals(Mode.PAUSED, player.playback().mode(), "twice is the same as once");
    player.resume();
    assertEquals(Mode.PLAYING, player.playback().mode());
    player.stop();
    assertEquals(Mode.STOPPED, player.playback().mode());
    player.stop();
    assertEquals(Mode.STOPPED, player.playback().mode());
  }

  @Test
  default void duckingChangesNothingElse() throws Exception {
    var player = device();
    player.unduck();
    player.play(song());
    var before = player.playback();
    player.duck();
    player.duck();
    assertEquals(before, player.playback());
    player.unduck();
    player.unduck();
    assertEquals(before, player.playback());
  }
}
