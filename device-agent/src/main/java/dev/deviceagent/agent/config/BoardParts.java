package dev.deviceagent.agent.config;

import dev.deviceagent.hal.Light.Start;
import dev.deviceagent.hal.linux.profile.BoardProfile.Button;
import dev.deviceagent.hal.linux.profile.BoardProfile.Cells;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.Controller;
import dev.deviceagent.hal.linux.profile.BoardProfile.Feed;
import dev.deviceagent.hal.linux.profile.BoardProfile.Gauge;
import dev.deviceagent.hal.linux.profile.BoardProfile.I2cGauge;
import dev.deviceagent.hal.linux.profile.BoardProfile.KernelGauge;
import dev.deviceagent.hal.linux.profile.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.profile.BoardProfile.Line;
import dev.deviceagent.hal.linux.profile.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.profile.BoardProfile.OnePixel;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pcm;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pixels;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pull;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pwm;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import dev.deviceagent.hal.linux.profile.BoardProfile.TwoLines;
import dev.deviceagent.hal.linux.profile.BoardProfile.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads each part of a board's file. A new kind of part gets its function here. */
final class BoardParts {
  private static final int LINES_MOST = 1023;
  private static final int PIXELS_MOST = 1024;
  private static final int BUS_MOST = 255;
  private static final int ALL_HERTZ = 50_000_000;

  private BoardParts() {}

  static Button button(Section button) {
    return new Button(line(button), isLow(button, "low"), choice(button, "pull", Pull.UP));
  }

  static Lamp lamp(Section lamp) {
    var start = choice(lamp, "start", Start.LAST);
    return new Lamp(wires(lamp), start);
  }

  /** One wire, or one for each of red, green and blue. */
  private static List<Wire> wires(Section part) {
    var names = part.names();
    if (names.contains("red") || names.contains("green") || names.contains("blue")) {
      return List.of(
          wire(part.section("red")), wire(part.section("green")), wire(part.section("blue")));
    }
    return List.of(wire(part));
  }

  private static Wire wire(Section part) {
    if (!part.names().contains("pwm")) {
      return new Line(line(part), isLow(part, "high"));
    }
    var pwm = part.section("pwm");
    return new Pwm(
        pwm.list("chips"),
        pwm.required("channel", 0, Values.integer(0, BUS_MOST)),
        pwm.value("frequency", "1kHz", Values.hertz(1, 100_000)),
        isLow(part, "high"));
  }

  private static int line(Section part) {
    return part.required("line", 0, Values.integer(0, LINES_MOST));
  }

  private static boolean isLow(Section part, String otherwise) {
    return part.value("active", otherwise, Values.oneOf(List.of("low", "high"))).equals("low");
  }

  static Pixels pixels(Section strip) {
    int brightness = strip.value("brightness", "100%", Values.percent(1, 100));
    if (!strip.names().contains("kind")) {
      return new OnePixel(wires(strip), brightness);
    }
    var chipset = choice(strip, "kind", Chipset.APA102);
    int pixels = strip.required("pixels", 1, Values.integer(1, PIXELS_MOST));
    var power = strip.names().contains("power") ? strip.section("power") : null;
    return new PixelStrip(
        chipset,
        feed(strip, chipset),
        pixels,
        strip.value("start", "0", Values.integer(0, pixels - 1)),
        strip
            .value("direction", "clockwise", Values.oneOf(List.of("clockwise", "counterclockwise")))
            .equals("counterclockwise"),
        strip.value("order", chipset == Chipset.APA102 ? "BGR" : "GRB", BoardParts::order),
        brightness,
        strip.value("limit", "500mA", Values.milliamps(1, 100_000)),
        strip.value("full", "60mA", Values.milliamps(1, 1000)),
        power == null ? null : new Line(line(power), isLow(power, "high")));
  }

  private static Feed feed(Section strip, Chipset chipset) {
    var names = strip.names();
    if (chipset == Chipset.APA102 && (names.contains("data") || names.contains("clock"))) {
      return new TwoLines(
          strip.required("data", 0, Values.integer(0, LINES_MOST)),
          strip.required("clock", 0, Values.integer(0, LINES_MOST)));
    }
    var device = strip.required("spi", "spidev0.0", BoardParts::spi);
    int dot = device.indexOf('.');
    return new Spi(
        Integer.parseInt(device, "spidev".length(), dot, 10),
        Integer.parseInt(device, dot + 1, device.length(), 10),
        strip.value("speed", "8MHz", Values.hertz(1000, ALL_HERTZ)));
  }

  private static String spi(String text) {
    if (!text.matches("spidev\\d{1,3}\\.\\d{1,2}")) {
      throw new IllegalArgumentException("must be a device name as in /dev, such as spidev0.0");
    }
    return text;
  }

  private static String order(String text) {
    var sorted = text.chars().sorted().mapToObj(Character::toString).toList();
    if (!String.join("", sorted).equals("BGR")) {
      throw new IllegalArgumentException("must contain each of R, G and B once");
    }
    return text;
  }

  static Panel panel(Section display) {
    return new Panel(
        choice(display, "kind", Controller.SSD1306),
        display.value("i2c", "1", Values.integer(0, BUS_MOST)),
        display.value("address", "0x3c", Values::address),
        display.value("upside_down", "false", Values::truth),
        display.value("contrast", "80%", Values.percent(1, 100)));
  }

  static Mixer mixer(Section mixer) {
    return new Mixer(
        mixer.value("card", "default", Values::text), mixer.optional("control", Values::text));
  }

  static Pcm pcm(Section audio) {
    return new Pcm(
        audio.value("play", "default", Values::text),
        audio.value("record", "default", Values::text));
  }

  static Gauge gauge(Section battery) {
    var kind =
        battery.value(
            "gauge",
            "kernel",
            Values.oneOf(
                List.of("kernel", "max17040", "max17048", "ina219", "pisugar2", "pisugar3")));
    if (kind.equals("kernel")) {
      return new KernelGauge();
    }
    var chip = I2cGauge.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new I2cGauge(
        chip,
        battery.value("i2c", "1", Values.integer(0, BUS_MOST)),
        battery.value("address", usualAddress(chip), Values::address),
        cells(battery));
  }

  /** Two cells in series, as on the common UPS HATs with such a monitor. */
  private static Cells cells(Section battery) {
    int empty = battery.value("empty", "6.0V", Values.millivolts(500, 60_000));
    return new Cells(empty, battery.value("full", "8.4V", Values.millivolts(empty + 1, 60_000)));
  }

  private static String usualAddress(I2cGauge.Kind chip) {
    return switch (chip) {
      case MAX17040, MAX17048 -> "0x36";
      case INA219 -> "0x42";
      case PISUGAR2 -> "0x75";
      case PISUGAR3 -> "0x57";
    };
  }

  /** One of an enumeration's values, in lower case. */
  private static <E extends Enum<E>> E choice(Section part, String name, E otherwise) {
    var all = Arrays.stream(otherwise.getDeclaringClass().getEnumConstants()).toList();
    Function<E, String> word = value -> value.name().toLowerCase(Locale.ROOT);
    var chosen =
        part.value(name, word.apply(otherwise), Values.oneOf(all.stream().map(word).toList()));
    return all.stream().filter(value -> word.apply(value).equals(chosen)).findFirst().orElseThrow();
  }
}
