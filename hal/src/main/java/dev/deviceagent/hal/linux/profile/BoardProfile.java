package dev.deviceagent.hal.linux.profile;

import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.linux.player.MpdPlayer;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A board as data: which part is wired where. Parts that the board lacks are null or empty.
 *
 * @param gpioChips labels of the GPIO chip that the line numbers refer to; the first one that
 *     exists is used
 * @param player where MPD listens (the path of a socket, or {@code host:port}), or {@code mpris}
 */
public record BoardProfile(
    String name,
    List<String> gpioChips,
    SequencedMap<String, Button> buttons,
    SequencedMap<String, Lamp> lights,
    @Nullable Pixels strip,
    @Nullable Panel display,
    @Nullable Mixer volume,
    @Nullable Mixer microphone,
    @Nullable Pcm audio,
    @Nullable Gauge battery,
    @Nullable String player) {

  /** The value of {@link #player} for any player on the session bus, whatever its name. */
  public static final String MPRIS = "mpris";

  /**
   * Returns the argument if it is valid as {@link #player}.
   *
   * @throws IllegalArgumentException if it is neither {@link #MPRIS} nor an address of MPD
   */
  public static String checkedPlayer(String player) {
    return player.equals(MPRIS) ? player : MpdPlayer.checked(player);
  }

  /** The bias of a button's line while the button is not pressed. */
  public enum Pull {
    UP,
    DOWN,
    NONE
  }

  /**
   * A button.
   *
   * @param line its number on the chip; on a Pi, the BCM number
   * @param activeLow whether a press pulls the line low
   */
  public record Button(int line, boolean activeLow, Pull pull) {}

  /** The output that drives one light, or one colour of a light. */
  public sealed interface Wire {
    /** Whether a low level lights it. */
    boolean activeLow();
  }

  /** A GPIO line: on or off. */
  public record Line(int line, boolean activeLow) implements Wire {}

  /**
   * A PWM channel of the kernel: any brightness.
   *
   * @param chips device names of its PWM chip ({@code fe20c000.pwm}) or its number; the first one
   *     that exists is used
   */
  public record Pwm(List<String> chips, int channel, int hertz, boolean activeLow)
      implements Wire {}

  /**
   * A lamp that the owner switches.
   *
   * @param wires one, or three: red, green and blue
   */
  public record Lamp(List<Wire> wires, Light.Start start) {}

  /** The lights that show what the AI is doing. */
  public sealed interface Pixels {}

  /**
   * A single light instead of a strip.
   *
   * @param wires one, or three: red, green and blue
   */
  public record OnePixel(List<Wire> wires, int brightnessPercent) implements Pixels {}

  /** The LED driver chips of a strip. */
  public enum Chipset {
    /** APA102, SK9822 and those sold as DotStar: a clock line and a data line. */
    APA102,
    /** WS2812, SK6812 and those sold as NeoPixel: one line with a fixed bit timing. */
    WS2812
  }

  /**
   * A strip or ring.
   *
   * @param start the pixel of the strip that is the first of a frame (the top of a ring)
   * @param isReversed whether the pixels are wired counterclockwise, or right to left
   * @param order the order in which a pixel receives its colours, such as "BGR"
   * @param brightnessPercent a ceiling for everything that the strip shows
   * @param limitMilliamps the current limit of the whole strip; 0 for no limit
   * @param fullMilliamps the current of one pixel at full white
   * @param power a line that switches the supply of the strip; null if it is always on
   */
  public record PixelStrip(
      Chipset chipset,
      Feed feed,
      int pixels,
      int start,
      boolean isReversed,
      String order,
      int brightnessPercent,
      int limitMilliamps,
      int fullMilliamps,
      @Nullable Line power)
      implements Pixels {}

  /** The output that sends bytes to a strip. */
  public sealed interface Feed {}

  /**
   * An SPI bus of the kernel.
   *
   * @param chip its chip select: {@code spidev0.1} is bus 0, chip 1
   * @param hertz the clock; ignored for WS2812, whose bit timing determines it
   */
  public record Spi(int bus, int chip, int hertz) implements Feed {}

  /** Two GPIO lines that this process toggles: only for a few pixels. */
  public record TwoLines(int data, int clock) implements Feed {}

  /** The controllers of small screens. */
  public enum Controller {
    SSD1306,
    SH1106
  }

  /** A screen of 128 by 64 pixels on an I²C bus. */
  public record Panel(
      Controller controller, int bus, int address, boolean isUpsideDown, int contrastPercent) {}

  /**
   * A control of an ALSA mixer.
   *
   * @param card the name of a card, or any ALSA control device such as {@code default}
   * @param control null for the most likely one
   */
  public record Mixer(String card, @Nullable String control) {}

  /** The names of ALSA PCM devices. */
  public record Pcm(String play, String record) {}

  /** The source of the battery's charge. */
  public sealed interface Gauge {}

  /** A driver of the kernel: {@code /sys/class/power_supply}. */
  public record KernelGauge() implements Gauge {}

  /** A chip on an I²C bus. */
  public record I2cGauge(Kind kind, int bus, int address, Cells cells) implements Gauge {
    /** The supported chips. */
    public enum Kind {
      MAX17040,
      MAX17048,
      INA219,
      PISUGAR2,
      PISUGAR3
    }
  }

  /**
   * The voltage range from which a chip that measures only voltage derives a percentage.
   *
   * @param emptyMillivolts at the battery's terminals
   * @param fullMillivolts at the battery's terminals
   */
  public record Cells(int emptyMillivolts, int fullMillivolts) {}
}
