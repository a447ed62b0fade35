package dev.deviceagent.hal.linux;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A board as data: what is wired where. What it does not have is null or empty.
 *
 * @param gpioChips the labels of the GPIO chip that its lines are counted on; the first that is
 *     there
 * @param player where MPD listens: a socket's path, or {@code host:port}
 */
public record BoardProfile(
    String name,
    List<String> gpioChips,
    SequencedMap<String, Button> buttons,
    SequencedMap<String, Lamp> lights,
    @Nullable Mixer volume,
    @Nullable Mixer microphone,
    boolean hasBattery,
    @Nullable String player) {

  /** What pulls a button's line while nobody presses it. */
  public enum Pull {
    UP,
    DOWN,
    NONE
  }

  /**
   * A button.
   *
   * @param line on the chip; on a Pi, its BCM number
   * @param activeLow whether a press makes the line low
   */
  public record Button(int line, boolean activeLow, Pull pull) {}

  /** A lamp that is on or off. */
  public record Lamp(int line, boolean activeLow) {}

  /**
   * A control of an ALSA mixer.
   *
   * @param card by its name, or any ALSA control device, as {@code default}
   * @param control null: the most likely one
   */
  public record Mixer(String card, @Nullable String control) {}
}
