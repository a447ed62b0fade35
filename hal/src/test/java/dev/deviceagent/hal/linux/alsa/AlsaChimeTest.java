package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Tone;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlsaChimeTest {
  /** Stores what was played. */
  private static final class Kept implements Audio {
    private short[] played = {};
    private int probes;

    @Override
    public void play(short[] samples) {
      played = samples.clone();
    }

    @Override
    public short[] hear(short[] samples) {
      throw new AssertionError("a chime does not listen");
    }

    @Override
    public String where() {
      return "kept";
    }

    @Override
    public void probe() {
      probes++;
    }
  }

  private final Kept audio = new Kept();
  private final AlsaChime chime = new AlsaChime(audio);

  private short[] ring() throws Exception {
    chime.ring();
    return audio.played;
  }

  private static short[] part(short[] samples, double fromSeconds, double toSeconds) {
    return Arrays.copyOfRange(
        samples, (int) (fromSeconds * Audio.RATE), (int) (toSeconds * Audio.RATE));
  }

  @Test
  void itRingsTwoNotes() throws Exception {
    var sound = ring();
    assertEquals(1.1, (double) sound.length / Audio.RATE, 0.01);
    assertTrue(Tone.share(part(sound, 0, 0.17), 784) > 0.7);
    assertTrue(Tone.share(part(sound, 0.3, 0.9), 1047) > 0.5);
    assertTrue(Tone.share(part(sound, 0, 0.17), 1047) < 0.1, "the second comes later");
  }

  @Test
  void itIsSoftAndDoesNotClick() throws Exception {
    var sound = ring();
    int loudest = 0;
    int steepest = 0;
    for (int i = 1; i < sound.length; i++) {
      loudest = Math.max(loudest, Math.abs(sound[i]));
      steepest = Math.max(steepest, Math.abs(sound[i] - sound[i - 1]));
    }
    assertTrue(loudest > 6000 && loudest < 14_000, "at most " + loudest);
    assertTrue(steepest < loudest / 4, "from one sample to the next " + steepest);
    assertEquals(0, sound[0]);
    assertEquals(0, sound[sound.length - 1], 2);
  }

  @Test
  void itIsWhereItsCardIs() throws Exception {
    assertEquals("kept", chime.where());
    chime.probe();
    assertEquals(1, audio.probes);
  }
}
