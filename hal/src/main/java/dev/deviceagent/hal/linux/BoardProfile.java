package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.linux.player.MpdPlayer;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A board as data: what is wired where. What it does not have is null or empty.
 *
 * @param gpioChips the labels of the GPIO chip that its lines are counted on; the first that is
 *     there
 * @param player where MPD listens (a socket's path, or {@code host:port}), or {@code mpris}
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

  /** A {@link #player} that is found on the session's bus, whatever it is called. */
  public static final String MPRIS = "mpris";

  /**
   * A {@link #player}, if it is one.
   *
   * @throws IllegalArgumentException where it is neither {@link #MPRIS} nor an address of MPD's
   */
  public static String checkedPlayer(String player) {
    return player.equals(MPRIS) ? player : MpdPlayer.checked(player);
  }

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

  /** What drives one light, or one colour of one. */
  public sealed interface Wire {
    /** Whether it is lit by a low level. */
    boolean activeLow();
  }

  /** A GPIO line: on or off. */
  public record Line(int line, boolean activeLow) implements Wire {}

  /**
   * A PWM channel of the kernel's: any brightness.
   *
   * @param chips the device names of its PWM chip ({@code fe20c000.pwm}) or its number; the first
   *     that is there
   */
  public record Pwm(List<String> chips, int channel, int hertz, boolean activeLow)
      implements Wire {}

  /**
   * A lamp of the owner's.
   *
   * @param wires one, or three: red, green and blue
   */
  public record Lamp(List<Wire> wires, Light.Start start) {}

  /** What shows what the AI is doing. */
  public sealed interface Pixels {}

  /**
   * A single light in the place of a strip.
   *
   * @param wires one, or three: red, green and blue
   */
  public record OnePixel(List<Wire> wires, int brightnessPercent) implements Pixels {}

  /** The chips of a strip's pixels. */
  public enum Chipset {
    /** APA102, SK9822 and those sold as DotStar: a clock and a data line. */
    APA102,
    /** WS2812, SK6812 and those sold as NeoPixel: one line with a beat of its own. */
    WS2812
  }

  /**
   * A strip or ring.
   *
   * @param start which pixel of the strip is the first of the picture (the top of a ring)
   * @param isReversed whether its pixels are wired counterclockwise, or right to left
   * @param order the order in which a pixel takes its colours, as "BGR"
   * @param brightnessPercent a ceiling over everything it shows
   * @param limitMilliamps what the strip may draw altogether; 0 for no limit
   * @param fullMilliamps what one pixel draws when it is white and at full
   * @param power a line that switches the strip's supply; null where it is always on
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

  /** How bytes reach a strip. */
  public sealed interface Feed {}

  /**
   * By an SPI bus of the kernel's.
   *
   * @param chip its chip select: {@code spidev0.1} is bus 0, chip 1
   * @param hertz the clock; for WS2812 it is given by the pixels' own beat
   */
  public record Spi(int bus, int chip, int hertz) implements Feed {}

  /** By two GPIO lines that we move ourselves: for a few pixels only. */
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
   * @param card by its name, or any ALSA control device, as {@code default}
   * @param control null: the most likely one
   */
  public record Mixer(String card, @Nullable String control) {}

  /** The names of ALSA's PCM devices. */
  public record Pcm(String play, String record) {}

  /** What knows the battery's charge. */
  public sealed interface Gauge {}

  /** A driver of the kernel's: {@code /sys/class/power_supply}. */
  public record KernelGauge() implements Gauge {}

  /** A chip on an I²C bus. */
  public record I2cGauge(Kind kind, int bus, int address, Cells cells) implements Gauge {
    /** The chips we know. */
    public enum Kind {
      MAX17040,
      MAX17048,
      INA219,
      PISUGAR2,
      PISUGAR3
    }
  }

  /**
   * What a monitor that knows only voltages makes a percentage of.
   *
   * @param emptyMillivolts at the battery's terminals
   * @param fullMillivolts at the battery's terminals
   */
  public record Cells(int emptyMillivolts, int fullMillivolts) {}
}
