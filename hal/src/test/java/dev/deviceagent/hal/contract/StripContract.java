package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The contract of {@link Strip}. */
public interface StripContract extends Pluggable {
  @Override
  Strip device() throws Exception;

  @Test
  default void itTakesOneColourForEachPixelAndLeavesThemAlone() throws Exception {
    var strip = device();
    assertTrue(strip.pixels() > 0);
    var picture = new int[strip.pixels()];
    Arrays.fill(picture, 0x123456);
    strip.show(picture);
    var same = new int[strip.pixels()];
    Arrays.fill(same, 0x123456);
    assertArrayEquals(same, picture);
    assertThrows(IllegalArgumentException.class, () -> strip.show(new int[strip.pixels() + 1]));
  }

  @Test
  default void oneThatIsGoneShowsNothingAndIsBackWithTheNextPicture() throws Exception {
    var strip = device();
    strip.show(new int[strip.pixels()]);
    unplug();
    var white = new int[strip.pixels()];
    Arrays.fill(white, 0xFFFFFF);
    assertThrows(HalException.class, () -> strip.show(white));
    plugIn();
    strip.show(white);
  }
}
