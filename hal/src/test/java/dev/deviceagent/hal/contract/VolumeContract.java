package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Volume;
import org.junit.jupiter.api.Test;

/** The contract of {@link Volume}. */
public interface VolumeContract extends Pluggable {
  /** The coarsest mixers have 16 steps. */
  int STEP = 7;

  @Override
  Volume device() throws Exception;

  @Test
  default void whatWasSetIsReadBackAsNearAsTheHardwareCan() throws Exception {
    var volume = device();
    for (int percent : new int[] {0, 1, 20, 50, 80, 99, 100}) {
      volume.set(percent);
      assertEquals(percent, volume.percent(), STEP);
    }
  }

  @Test
  default void bothEndsAreReached() throws Exception {
    var volume = device();
    volume.set(100);
    assertEquals(100, volume.percent());
    volume.set(0);
    assertEquals(0, volume.percent());
  }

  @Test
  default void moreThanAllIsRefused() throws Exception {
    var volume = device();
    assertThrows(IllegalArgumentException.class, () -> volume.set(101));
    assertThrows(IllegalArgumentException.class, () -> volume.set(-1));
  }

  @Test
  default void oneThatIsGoneHasNoVolume() throws Exception {
    var volume = device();
    volume.set(50);
    unplug();
    assertThrows(HalException.class, volume::percent);
    assertThrows(HalException.class, () -> volume.set(20));
    plugIn();
    volume.set(20);
    assertEquals(20, volume.percent(), STEP);
  }
}
