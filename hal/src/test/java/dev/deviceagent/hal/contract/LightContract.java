package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Light;
import dev.deviceagent.hal.Light.State;
import org.junit.jupiter.api.Test;

/** The contract of {@link Light}. */
public interface LightContract extends Pluggable {
  @Override
  Light device() throws Exception;

  private static State state(Light light, boolean isOn, int percent, int rgb) {
    return new State(
        isOn, light.isDimmable() ? percent : null, light.isColoured() ? Colour.of(rgb) : null);
  }

  @Test
  default void itIsDarkAtFirst() throws Exception {
    assertFalse(device().state().on());
  }

  @Test
  default void whatWasSetIsReadBack() throws Exception {
    var light = device();
    for (int rgb : new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF}) {
      var wanted = state(light, true, 100, rgb);
      light.set(wanted);
      assertEquals(wanted, light.state());
    }
  }

  @Test
  default void brightnessAndColourAreNullWhereItHasNone() throws Exception {
    var light = device();
    light.set(state(light, true, 50, 0xFF0000));
    assertEquals(light.isDimmable(), light.state().brightnessPercent() != null);
    assertEquals(light.isColoured(), light.state().colour() != null);
  }

  @Test
  default void brightnessAndColourAreKeptWhileItIsOff() throws Exception {
    var light = device();
    light.set(state(light, true, 40, 0xFF0000));
    light.set(state(light, false, 40, 0xFF0000));
    assertEquals(state(light, false, 40, 0xFF0000), light.state());
    light.set(state(light, true, 40, 0xFF0000));
    assertTrue(light.state().on());
    assertEquals(state(light, true, 40, 0xFF0000), light.state());
  }
}
