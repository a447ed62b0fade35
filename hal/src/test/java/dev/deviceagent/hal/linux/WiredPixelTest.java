package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiredPixelTest {
  private final FakeChannel red = new FakeChannel(false);
  private final FakeChannel green = new FakeChannel(false);
  private final FakeChannel blue = new FakeChannel(false);
  private final WiredPixel lines = new WiredPixel(List.of(red, green, blue), 10);

  private static void show(WiredPixel pixel, int rgb) throws HalException {
    pixel.show(new int[] {rgb});
  }

  @ParameterizedTest
  @CsvSource({"ffffff, 255", "0000ff, 255", "ff0010, 255", "302000, 255", "060606, 0", "000000, 0"})
  void oneLineIsLitByAnythingThatIsMeantToBeSeen(String rgb, int level) throws HalException {
    var line = new FakeChannel(false);
    show(new WiredPixel(List.of(line), 100), Integer.parseInt(rgb, 16));
    assertEquals(level, line.level);
  }

  @Test
  void oneDimmableWireShowsHowBrightAColourLooksUnderTheCeiling() throws HalException {
    var wire = new FakeChannel(true);
    var pixel = new WiredPixel(List.of(wire), 50);
    assertEquals(1, pixel.pixels());
    show(pixel, 0xFFFFFF);
    assertEquals(128, wire.level);
    show(pixel, 0x00FF00);
    assertEquals(91, wire.level);
  }

  @Test
  void threeDimmableWiresShowTheColourUnderTheCeiling() throws HalException {
    var wires = List.of(new FakeChannel(true), new FakeChannel(true), new FakeChannel(true));
    show(new WiredPixel(List.copyOf(wires), 20), 0xFF6432);
    assertEquals(List.of(51, 20, 10), wires.stream().map(wire -> wire.level).toList());
  }

  @Test
  void threeLinesShowTheNearestOfEightColoursWhateverTheCeiling() throws HalException {
    show(lines, 0x0060FF);
    assertEquals(List.of(0, 0, 255), List.of(red.level, green.level, blue.level));
    show(lines, 0x00C8A0);
    assertEquals(List.of(0, 255, 255), List.of(red.level, green.level, blue.level));
    show(lines, 0x020202);
    assertEquals(List.of(0, 0, 0), List.of(red.level, green.level, blue.level));
  }

  @Test
  void aLineIsOnlySetWhenItsLevelChanges() throws HalException {
    show(lines, 0xFF0000);
    show(lines, 0xE00000);
    show(lines, 0xC01000);
    assertEquals(List.of(1, 1, 1), List.of(red.sets, green.sets, blue.sets));
    show(lines, 0x00FF00);
    assertEquals(List.of(2, 2, 1), List.of(red.sets, green.sets, blue.sets));
  }

  @Test
  void afterAFailureTheSamePictureIsSetAgain() throws HalException {
    show(lines, 0x00FF00);
    green.isBroken = true;
    assertThrows(HalException.class, () -> show(lines, 0xFF0000));
    green.isBroken = false;
    show(lines, 0xFF0000);
    assertEquals(List.of(255, 0, 0), List.of(red.level, green.level, blue.level));
    assertEquals(2, green.sets);
  }
}
