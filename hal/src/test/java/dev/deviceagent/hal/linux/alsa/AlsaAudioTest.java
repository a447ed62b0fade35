package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlsaAudioTest {
  private static final short[] SILENCE = new short[100];

  @ParameterizedTest
  @ValueSource(strings = {"plughw:CARD=Nowhere", "hw:31", "no-such-device"})
  void aDeviceThatIsNotThereIsAbsent(String name) {
    var audio = new AlsaAudio(name, name);
    var playing = assertThrows(HalException.class, () -> audio.play(SILENCE));
    assertEquals(Kind.ABSENT, playing.kind(), playing.getMessage());
    assertEquals("alsa:" + name, playing.where());
    assertEquals(1, playing.getMessage().lines().count());
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, audio::probe).kind());
    var hearing = assertThrows(HalException.class, () -> audio.hear(SILENCE));
    assertEquals(Kind.ABSENT, hearing.kind());
  }

  @Test
  void withoutADeviceThatRecordsItHearsNothing() {
    var audio = new AlsaAudio("default", null);
    var problem = assertThrows(HalException.class, () -> audio.hear(SILENCE));
    assertEquals(Kind.UNSUPPORTED, problem.kind());
    assertTrue(problem.getMessage().contains("no recording device"), problem.getMessage());
  }

  @Test
  void theLoudestStretchIsFoundWhereverItIs() {
    assertArrayEquals(new short[] {5, -5}, AlsaAudio.loudest(new short[] {1, 2, 5, -5, 0}, 2));
    assertArrayEquals(new short[] {9, 1}, AlsaAudio.loudest(new short[] {9, 1, 2, 3}, 2));
    assertArrayEquals(new short[] {1, -9}, AlsaAudio.loudest(new short[] {3, 2, 1, -9}, 2));
    assertArrayEquals(new short[] {0, 0}, AlsaAudio.loudest(new short[4], 2));
    assertArrayEquals(new short[0], AlsaAudio.loudest(new short[] {1}, 0));
  }
}
