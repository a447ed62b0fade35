package dev.deviceagent.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static short[] samples(int count, IntUnaryOperator sample) {
    var samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) sample.applyAsInt(i);
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 440, 997, 1000, 3000, 15_000})
  void aToneIsAllAtItsFrequencyAndNotAtAnother(int hertz) {
    var tone = Tone.sine(hertz, SECOND, 0.5);
    assertEquals(Audio.RATE, tone.length);
    assertTrue(Tone.share(tone, hertz) > 0.98, "at " + hertz + ": " + Tone.share(tone, hertz));
    assertTrue(Tone.share(tone, hertz + 50) < 0.02);
    assertTrue(Tone.share(tone, hertz * 3 / 2) < 0.02);
  }

  @Test
  void aQuietToneIsHeardAsWellAsALoudOne() {
    assertTrue(Tone.share(Tone.sine(1000, SECOND, 0.001), 1000) > 0.98);
    assertTrue(Tone.share(Tone.sine(1000, SECOND, 1), 1000) > 0.98);
  }

  @Test
  void halfTheTimeIsHeardAsWell() {
    var tone = Tone.sine(1000, SECOND, 0.5);
    var late = samples(Audio.RATE, i -> i < 20_011 ? 0 : tone[i - 20_011]);
    assertTrue(Tone.share(late, 1000) > 0.95);
  }

  @Test
  void noiseAsLoudAsTheToneTakesHalfOfIt() {
    var random = new Random(1);
    var tone = Tone.sine(1000, SECOND, 0.2);
    double loudness = Short.MAX_VALUE * 0.2 / Math.sqrt(2);
    var mixed =
        samples(Audio.RATE, i -> tone[i] + (int) Math.round(loudness * random.nextGaussian()));
    assertEquals(0.5, Tone.share(mixed, 1000), 0.03);
    var noise = samples(Audio.RATE, _ -> random.nextInt(2000) - 1000);
    assertTrue(Tone.share(noise, 1000) < 0.01);
  }

  @Test
  void silenceAndAnOffsetAreNoTone() {
    assertEquals(0, Tone.share(new short[0], 1000));
    assertEquals(0, Tone.share(new short[Audio.RATE], 1000));
    assertEquals(0, Tone.share(samples(Audio.RATE, _ -> 500), 1000));
    var tone = Tone.sine(1000, SECOND, 0.05);
    assertTrue(Tone.share(samples(Audio.RATE, i -> tone[i] + 9000), 1000) > 0.98);
  }

  @Test
  void itIsAsLoudAsAskedAndDoesNotClick() {
    var tone = Tone.sine(1000, SECOND, 0.5);
    int loudest = 0;
    int steepest = 0;
    for (int i = 1; i < tone.length; i++) {
      loudest = Math.max(loudest, Math.abs(tone[i]));
      steepest = Math.max(steepest, Math.abs(tone[i] - tone[i - 1]));
    }
    assertEquals(16_384, loudest, 2);
    assertTrue(steepest < loudest * 2 * Math.PI * 1000 / Audio.RATE * 1.01);
    assertEquals(0, tone[0]);
    assertEquals(0, tone[tone.length - 1]);
    assertEquals(0, Tone.sine(1000, Duration.ZERO, 1).length);
  }

  @Test
  void whatIsNoToneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Tone.sine(0, SECOND, 1));
    assertThrows(IllegalArgumentException.class, () -> Tone.sine(30_000, SECOND, 1));
    assertThrows(IllegalArgumentException.class, () -> Tone.sine(1000, SECOND, 1.1));
    assertThrows(IllegalArgumentException.class, () -> Tone.sine(1000, SECOND, Double.NaN));
  }
}
