package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import org.junit.jupiter.api.Test;

/** Behaviour on any machine, with a sound card, with only libasound, or without both. */
class AlsaVolumeTest {
  private final AlsaVolume volume = new AlsaVolume("NoSuchCard", "PCM");

  @Test
  void aCardThatIsNotThereIsAbsentAtEveryCall() {
    assertEquals("alsa:NoSuchCard/PCM", volume.where());
    for (int i = 0; i < 2; i++) {
      var failure = assertThrows(HalException.class, volume::probe);
      assertEquals(Kind.ABSENT, failure.kind());
      assertEquals("alsa:NoSuchCard/PCM", failure.where());
      assertEquals(1, failure.getMessage().lines().count());
    }
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, () -> volume.set(50)).kind());
    volume.close();
  }

  @Test
  void soIsAMicrophones() {
    var microphone = new AlsaMicrophone("NoSuchCard", null);
    assertEquals("alsa:NoSuchCard", microphone.where());
    var failure = assertThrows(HalException.class, microphone::shut);
    assertEquals(Kind.ABSENT, failure.kind());
    assertTrue(failure.getMessage().startsWith("alsa:NoSuchCard: "), failure.getMessage());
    microphone.close();
  }

  @Test
  void aVolumeIsZeroToAHundred() {
    assertThrows(IllegalArgumentException.class, () -> volume.set(101));
    assertThrows(IllegalArgumentException.class, () -> volume.set(-1));
  }
}
