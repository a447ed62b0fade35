package dev.deviceagent.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.Boards;
import dev.deviceagent.agent.Sources;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.Light.Start;
import dev.deviceagent.hal.linux.profile.BoardProfile.Button;
import dev.deviceagent.hal.linux.profile.BoardProfile.Cells;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.Controller;
import dev.deviceagent.hal.linux.profile.BoardProfile.I2cGauge;
import dev.deviceagent.hal.linux.profile.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.profile.BoardProfile.Line;
import dev.deviceagent.hal.linux.profile.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.profile.BoardProfile.OnePixel;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pcm;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pull;
import dev.deviceagent.hal.linux.profile.BoardProfile.Pwm;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import dev.deviceagent.hal.linux.profile.BoardProfile.TwoLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class BoardReaderTest {
  static final List<String> PROFILES = BoardReader.PROFILES;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("PROFILES")
  void everyProfileOfTheProgramIsGoodAndHasATalkButton(String name) throws Exception {
    var profile = BoardReader.read(name, folder);
    assertEquals(name, profile.name());
    assertTrue(profile.buttons().containsKey(Board.TALK));
    assertFalse(profile.gpioChips().isEmpty());
  }

  /**
   * The GPIO chip labels of a Pi 3 and Zero 2 W, a Pi 4, and a Pi 5; the kernel's drivers of the
   * same names set them.
   */
  @ParameterizedTest
  @FieldSource("PROFILES")
  void everyProfileIsForEveryPi(String name) throws Exception {
    assertEquals(
        List.of("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"),
        BoardReader.read(name, folder).gpioChips());
  }

  @ParameterizedTest
  @FieldSource("PROFILES")
  void everyProfileIsOnThePageWithWhatItIsMadeFrom(String name) throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("docs/boards.md"));
    assertTrue(page.contains("| `" + name + "` |"), "docs/boards.md has no row for it");
    var file = "device-agent/src/main/resources/boards/" + name + ".yaml";
    var text = Files.readString(Sources.ROOT.resolve(file));
    assertTrue(text.contains("# Source: "), "a profile says where its wiring is from");
  }

  @Test
  void theRespeakerIsWiredAsItsDriverSays() throws Exception {
    var profile = BoardReader.read("respeaker-4mic", folder);
    assertEquals(
        new PixelStrip(
            Chipset.APA102,
            new Spi(0, 1, 8_000_000),
            12,
            0,
            false,
            "BGR",
            40,
            400,
            60,
            new Line(5, false)),
        profile.strip());
    assertNull(profile.microphone(), "its card has nothing to shut");
  }

  @Test
  void pixelsMayHangOnTwoPlainLinesOrBeLampsThemselves() throws Exception {
    var bonnet = BoardReader.read("adafruit-voice-bonnet", folder).strip();
    assertEquals(new TwoLines(5, 6), assertInstanceOf(PixelStrip.class, bonnet).feed());
    assertEquals(
        new OnePixel(List.of(new Line(25, false)), 100),
        BoardReader.read("google-aiy-v1", folder).strip());
    assertEquals(
        new OnePixel(List.of(new Line(25, true), new Line(24, true), new Line(23, true)), 100),
        BoardReader.read("whisplay", folder).strip());
  }

  @Test
  void theExampleOnThePageIsGood() throws Exception {
    var page = Files.readString(Sources.ROOT.resolve("docs/adding-a-board.md"));
    int from = page.indexOf("gpio:\n");
    var example = page.substring(from, page.indexOf("```", from));
    var profile = BoardReader.parse(example, "page", "page");
    assertEquals(3, profile.lights().size());
    assertTrue(profile.strip() != null && profile.display() != null);
  }

  @Test
  void everyKindOfPartIsRead() throws Exception {
    var text =
        """
        gpio: {chips: [x]}
        buttons: {talk: {line: 1}, volume_up: {line: 2}, mute: {line: 3, active: high, pull: down}}
        lights:
          shelf: {pwm: {chips: [fe20c000.pwm, '0'], channel: 1, frequency: 2kHz}, start: 'on'}
          mood: {red: {line: 5}, green: {line: 6}, blue: {line: 7, active: low}}
        strip: {kind: ws2812, spi: spidev1.0, pixels: 24, start: 3, direction: counterclockwise,
                order: RGB, brightness: 30%, limit: 1.5A, full: 50mA}
        display: {kind: sh1106, i2c: 3, address: 0x3d, upside_down: true, contrast: 50%}
        audio: {play: plughw:0, record: null}
        battery: {gauge: ina219, address: 0x43, empty: 6.0V, full: 8.4V}
        player: mpris
        """;
    var profile = BoardReader.parse(text, "b.yaml", "b");
    assertEquals(
        new Lamp(List.of(new Pwm(List.of("fe20c000.pwm", "0"), 1, 2000, false)), Start.ON),
        profile.lights().get("shelf"));
    assertEquals(
        new Lamp(List.of(new Line(5, false), new Line(6, false), new Line(7, true)), Start.LAST),
        profile.lights().get("mood"));
    var strip = assertInstanceOf(PixelStrip.class, profile.strip());
    assertEquals(new Spi(1, 0, 8_000_000), strip.feed());
    assertEquals(
        List.of(3, 30, 1500, 50),
        List.of(
            strip.start(),
            strip.brightnessPercent(),
            strip.limitMilliamps(),
            strip.fullMilliamps()));
    assertTrue(strip.isReversed());
    assertEquals(new Panel(Controller.SH1106, 3, 0x3d, true, 50), profile.display());
    assertEquals(new Pcm("plughw:0", "default"), profile.audio());
    assertEquals(
        new I2cGauge(I2cGauge.Kind.INA219, 1, 0x43, new Cells(6000, 8400)), profile.battery());
    assertEquals("mpris", profile.player());
    assertEquals(new Button(3, false, Pull.DOWN), profile.buttons().get("mute"));
  }

  @Test
  void theGenericBoardIsWiredAsItsFileSays() throws Exception {
    var profile = BoardReader.read("generic-gpio", folder);
    assertEquals(new Button(17, true, Pull.UP), profile.buttons().get("talk"));
    assertEquals(new Lamp(List.of(new Line(27, false)), Start.LAST), profile.lights().get("light"));
    assertEquals(new Mixer("default", null), profile.volume());
    assertNull(profile.battery());
  }

  @Test
  void whatAFileLeavesOutTheBoardHasNot() throws Exception {
    var profile = BoardReader.parse("gpio: {chips: [x]}", "b.yaml", "b");
    assertNull(profile.volume());
    assertNull(profile.microphone());
    assertNull(profile.player());
    assertNull(profile.battery());
    assertTrue(profile.buttons().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "buttons: {talk: {pull: up}}            | 'buttons.talk.line' is missing",
        "buttons: {talk: {line: 5000}}          | must be from 0 to 1023",
        "buttons: {talk: {line: x}}             | must be a whole number",
        "buttons: {talk: {line: 1, pul: up}}    | did you mean 'pull'?",
        "lights: {lamp: {line: 1, active: hi}}  | is not allowed here",
        "gpio: {chips: pinctrl}                 | must be a list",
        "volum: {card: x}                       | did you mean 'volume'?",
        "strip: {kind: apa102, pixels: 3}       | 'strip.spi' is missing",
        "strip: {kind: apa, spi: spidev0.0, pixels: 3} | known here: apa102, ws2812",
        "strip: {kind: apa102, spi: 0.1, pixels: 3}    | must be a device name as in /dev, such as spidev0.0",
        "strip: {kind: apa102, spi: spidev0.0, pixels: 3, order: RGG} | each of R, G and B once",
        "strip: {kind: apa102, spi: spidev0.0, pixels: 3, start: 3}   | must be from 0 to 2",
        "strip: {kind: apa102, spi: spidev0.0, pixels: 3, limit: 20}  | write a number and mA or A",
        "strip: {kind: apa102, spi: spidev0.0, pixels: 3, brightness: 130%} | from 1% to 100%",
        "display: {address: 60}                 | must be an address from 0x00 to 0x7f",
        "battery: {gauge: max17049}             | did you mean",
        "battery: {gauge: ina219, full: 900V}   | from 6001mV to 60000mV",
        "lights: {lamp: {red: {line: 1}, green: {line: 2}}} | 'lights.lamp.blue.line' is missing",
        "lights: {lamp: {line: 1, start: yes}}  | is not allowed here",
      })
  void aMistakeIsToldWithItsPlace(String text, String problem) {
    var thrown = assertThrows(ConfigException.class, () -> BoardReader.parse(text, "b.yaml", "b"));
    assertEquals(1, thrown.lines().size(), thrown.lines().toString());
    assertTrue(thrown.lines().getFirst().contains(problem), thrown.lines().getFirst());
    assertTrue(thrown.lines().getFirst().startsWith("b.yaml:1:"), thrown.lines().getFirst());
  }

  @Test
  void aBoardByItsPathIsCheckedWithTheConfiguration() throws Exception {
    var reader = new ConfigReader(List.of(), Boards.NAMES);
    Files.writeString(folder.resolve("mine.yaml"), "buttons: {talk: {line: 4}}");
    assertEquals("mine.yaml", reader.parse("board: mine.yaml", "a.yaml", folder).board());
    Files.writeString(folder.resolve("mine.yaml"), "buttons: {talk: {}}");
    for (var board : List.of("mine.yaml", "./none.yaml", "generic-gpoi")) {
      var thrown =
          assertThrows(
              ConfigException.class, () -> reader.parse("board: " + board, "a.yaml", folder));
      assertEquals(1, thrown.lines().size());
      assertTrue(thrown.lines().getFirst().startsWith("a.yaml:1:8: "), thrown.lines().toString());
    }
  }
}
