package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.Display;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Picture;
import org.junit.jupiter.api.Test;

/** The contract of {@link Display}. */
public interface DisplayContract extends Pluggable {
  @Override
  Display device() throws Exception;

  @Test
  default void itTakesPicturesOfItsOwnSizeAndLeavesThemAlone() throws Exception {
    var display = device();
    var picture = new Picture(display.width(), display.height());
    picture.set(3, 5, true);
    display.show(picture);
    var same = new Picture(display.width(), display.height());
    same.set(3, 5, true);
    assertEquals(same, picture);
    assertThrows(
        IllegalArgumentException.class,
        () -> display.show(new Picture(display.width() + 1, display.height())));
  }

  @Test
  default void oneThatIsGoneShowsNothingAndIsBackWithTheNextPicture() throws Exception {
    var display = device();
    var picture = new Picture(display.width(), display.height());
    display.show(picture);
    unplug();
    picture.set(0, 0, true);
    assertThrows(HalException.class, () -> display.show(picture));
    plugIn();
    display.show(picture);
  }
}
