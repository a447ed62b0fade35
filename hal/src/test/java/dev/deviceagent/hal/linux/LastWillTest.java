package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Light.Start;
import dev.deviceagent.hal.linux.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.BoardProfile.Line;
import dev.deviceagent.hal.linux.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.BoardProfile.OnePixel;
import dev.deviceagent.hal.linux.BoardProfile.Panel;
import dev.deviceagent.hal.linux.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.BoardProfile.Pixels;
import dev.deviceagent.hal.linux.BoardProfile.Pwm;
import dev.deviceagent.hal.linux.BoardProfile.Spi;
import dev.deviceagent.hal.linux.BoardProfile.TwoLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines, and what the script does with those that it cannot do; that it does them is seen on a
 * real kernel: {@code deploy/kernel/check}.
 */
class LastWillTest {
  private static final Path SCRIPT = Path.of("../device-agent/bin/last-will");

  @TempDir private Path folder;

  private static List<String> will(
      @Nullable Pixels strip, @Nullable Panel display, @Nullable Mixer microphone, Lamp... lamps) {
    var lights = new LinkedHashMap<String, Lamp>();
    for (var lamp : lamps) {
      lights.put("light" + lights.size(), lamp);
    }
    return LastWill.of(
        new BoardProfile(
            "b",
            List.of("pinctrl-bcm2711", "pinctrl-rp1"),
            new LinkedHashMap<>(Map.of()),
            lights,
            strip,
            display,
            null,
            microphone,
            null,
            null,
            null));
  }

  private static PixelStrip strip(Chipset chipset, BoardProfile.Feed feed, @Nullable Line power) {
    return new PixelStrip(chipset, feed, 2, 0, false, "BGR", 100, 0, 60, power);
  }

  @Test
  void theMicrophoneComesFirst() {
    assertEquals(
        List.of("capture\tHDA Intel\t-", "line\tpinctrl-bcm2711,pinctrl-rp1\t27\t0"),
        will(
            null,
            null,
            new Mixer("HDA Intel", null),
            new Lamp(List.of(new Line(27, false)), Start.LAST)));
    assertEquals(
        List.of("capture\tseeed\tCapture"), will(null, null, new Mixer("seeed", "Capture")));
  }

  @Test
  void darkIsHighWhereALowLevelLights() {
    assertEquals(
        List.of("line\tpinctrl-bcm2711,pinctrl-rp1\t5\t1", "pwm\tfe20c000.pwm,1\t0"),
        will(
            new OnePixel(List.of(new Line(5, true)), 100),
            null,
            null,
            new Lamp(List.of(new Pwm(List.of("fe20c000.pwm", "1"), 0, 1000, true)), Start.LAST)));
  }

  @Test
  void aStripIsSentADarkFrameAndItsSupplyGoesOff() {
    var dark = "00000000" + "ff000000".repeat(2);
    var lines =
        will(strip(Chipset.APA102, new Spi(0, 1, 8_000_000), new Line(5, false)), null, null);
    assertTrue(lines.get(0).startsWith("spi\t0\t1\t8000000\t" + dark), lines.get(0));
    assertEquals("line\tpinctrl-bcm2711,pinctrl-rp1\t5\t0", lines.get(1));
    assertTrue(
        will(strip(Chipset.APA102, new TwoLines(10, 11), null), null, null)
            .getFirst()
            .startsWith("wires\tpinctrl-bcm2711,pinctrl-rp1\t10\t11\t" + dark));
    assertTrue(
        will(strip(Chipset.WS2812, new Spi(0, 0, 1), null), null, null)
            .getFirst()
            .startsWith("spi\t0\t0\t3050000\t"));
  }

  @Test
  void aScreenIsSwitchedOff() {
    var panel = new Panel(BoardProfile.Controller.SSD1306, 1, 0x3c, false, 50);
    assertEquals(List.of("i2c\t1\t60\t00ae"), will(null, panel, null));
  }

  private String run(String will, int exit) throws Exception {
    var file = folder.resolve("will");
    if (!will.isEmpty()) {
      Files.writeString(file, will);
    }
    var process =
        new ProcessBuilder(SCRIPT.toString(), file.toString()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exit, process.waitFor(), said);
    return said;
  }

  @Test
  void afterAnOrderlyEndThereIsNothingToDo() throws Exception {
    assertEquals("", run("", 0));
  }

  @Test
  void whatCannotBeDoneIsSaidAndTheRestIsTried() throws Exception {
    var said =
        run(
            """
            capture\tno such card\t-
            line\tno such chip\t5\t0
            spi\t77\t0\t1000\t00
            i2c\t77\t60\t00ae
            pwm\tno such pwm\t0
            sing\tloudly
            """,
            1);
    assertEquals(6, said.lines().count(), said);
    assertTrue(said.lines().allMatch(line -> line.startsWith("<3>")), said);
    assertTrue(said.contains("no GPIO chip is called no such chip"), said);
    assertTrue(said.contains("/dev/spidev77.0: No such file or directory"), said);
    assertTrue(said.contains("nobody knows what 'sing' is"), said);
  }

  @Test
  void theFileStaysWhereSomethingWasNotDone() throws Exception {
    run("sing\n", 1);
    assertTrue(Files.exists(folder.resolve("will")));
    Files.writeString(folder.resolve("will"), "");
    assertEquals("", run("", 0));
    assertFalse(Files.exists(folder.resolve("will")));
  }
}
