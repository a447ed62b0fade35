package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Light.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WiredLightTest {
  private final FakeChannel red = new FakeChannel(true);
  private final FakeChannel green = new FakeChannel(true);
  private final FakeChannel blue = new FakeChannel(true);
  private final WiredLight colours = new WiredLight(List.of(red, green, blue), Light.Start.LAST);

  private static Colour colour(int rgb) {
    return Colour.of(rgb);
  }

  @Test
  void aLineIsOnOrOffAndNothingElse() throws HalException {
    var line = new FakeChannel(false);
    var light = new WiredLight(List.of(line), Light.Start.LAST);
    assertFalse(light.isDimmable());
    assertFalse(light.isColoured());
    assertEquals(new State(false, null, null), light.state());
    light.set(new State(true, null, null));
    assertEquals(255, line.level);
    assertEquals(new State(true, null, null), light.state());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 33, 50, 99, 100})
  void aDimmableLightShowsTheBrightnessThatItReads(int percent) throws HalException {
    var wire = new FakeChannel(true);
    var light = new WiredLight(List.of(wire), Light.Start.LAST);
    light.set(new State(true, percent, null));
    assertEquals(new State(true, percent, null), light.state());
    assertTrue(wire.level > 0);
    assertEquals(new State(true, percent, null), elsewhere(wire.level).state());
  }

  /** Simulates another process, which finds the light at this level. */
  private static WiredLight elsewhere(int level) {
    var wire = new FakeChannel(true);
    wire.level = level;
    return new WiredLight(List.of(wire), Light.Start.LAST);
  }

  @Test
  void brightnessAndColourAreKeptWhileItIsOff() throws HalException {
    colours.set(new State(true, 40, colour(0xFF8000)));
    colours.set(new State(false, null, null));
    assertEquals(List.of(0, 0, 0), List.of(red.level, green.level, blue.level));
    assertEquals(new State(false, 40, colour(0xFF8000)), colours.state());
    colours.set(new State(true, null, null));
    assertEquals(List.of(102, 51, 0), List.of(red.level, green.level, blue.level));
    assertEquals(new State(true, 40, colour(0xFF8000)), colours.state());
  }

  @Test
  void aDarkColourIsReadBackAsThatColour() throws HalException {
    colours.set(new State(true, 100, colour(0x400000)));
    assertEquals(new State(true, 100, colour(0x400000)), colours.state());
  }

  @Test
  void whatSomebodyElseHasSetIsTold() throws HalException {
    colours.set(new State(true, 100, colour(0xFF0000)));
    red.level = 0;
    green.level = 51;
    blue.level = 102;
    assertEquals(new State(true, 40, colour(0x007FFF)), colours.state());
  }

  @ParameterizedTest
  @CsvSource({
    "#ffffff, #ffffff",
    "#ff8000, #ffff00",
    "#ff7f00, #ff0000",
    "#400000, #ff0000",
    "#0000ff, #0000ff",
    "#102010, #ffffff",
    "#000000, #000000"
  })
  void threeLinesShowAndTellOneOfEightColours(String asked, String shown) throws HalException {
    var light =
        new WiredLight(
            List.of(new FakeChannel(false), new FakeChannel(false), new FakeChannel(false)),
            Light.Start.LAST);
    light.set(new State(true, null, Colour.parse(asked).orElseThrow()));
    var state = light.state();
    assertEquals(Colour.parse(shown), Optional.ofNullable(state.colour()));
    assertEquals(!shown.equals("#000000"), state.on());
  }

  @Test
  void aLightThatFailsKeepsWhatItShowedBefore() throws HalException {
    colours.set(new State(true, 40, colour(0xFF8000)));
    colours.set(new State(false, null, null));
    blue.isBroken = true;
    assertThrows(HalException.class, () -> colours.set(new State(true, 80, colour(0xFFFFFF))));
    blue.isBroken = false;
    colours.set(new State(false, null, null));
    assertEquals(new State(false, 40, colour(0xFF8000)), colours.state());
  }
}
