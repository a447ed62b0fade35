package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Tone;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays and records through the real libasound and a PulseAudio server whose loudspeaker is its
 * microphone.
 */
@Timeout(60)
class AlsaAudioIT {
  private static final short[] TONE = Tone.sine(1000, Duration.ofMillis(800), 0.5);

  @TempDir static Path folder;

  private static NullSink sink;

  private final AlsaAudio audio = new AlsaAudio("pulse", "pulse");

  @BeforeAll
  static void start() throws Throwable {
    sink = NullSink.orSkip(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (sink != null) {
      sink.kill();
    }
  }

  @BeforeEach
  void loudAndOpen() throws Exception {
    sink.run("pactl", "set-sink-volume", "speaker", "100%");
    sink.run("pactl", "set-sink-mute", "speaker", "0");
    sink.run("pactl", "set-source-mute", "speaker.monitor", "0");
    sink.run("pactl", "suspend-sink", "speaker", "0");
  }

  @Test
  void whatIsPlayedIsHeard() throws Exception {
    var heard = audio.hear(TONE);
    assertEquals(TONE.length, heard.length);
    double share = Tone.share(heard, 1000);
    assertTrue(share > 0.9, "the tone is " + share + " of it");
    assertTrue(Tone.share(heard, 1500) < 0.01);
  }

  @Test
  void itIsHeardAgainAndAgain() throws Exception {
    for (int hertz : new int[] {500, 2000, 3000}) {
      var heard = audio.hear(Tone.sine(hertz, Duration.ofMillis(300), 0.5));
      assertTrue(Tone.share(heard, hertz) > 0.5, hertz + " Hz: " + Tone.share(heard, hertz));
    }
  }

  @Test
  void mutedItIsSilent() throws Exception {
    sink.run("pactl", "set-sink-mute", "speaker", "1");
    assertTrue(Tone.share(audio.hear(TONE), 1000) < 0.01);
  }

  @Test
  void withTheMicrophoneShutNothingIsHeard() throws Exception {
    sink.run("pactl", "set-source-mute", "speaker.monitor", "1");
    assertTrue(Tone.share(audio.hear(TONE), 1000) < 0.01);
  }

  /**
   * It returns when the sound has been played, not immediately; an idle server starts after 2 s.
   */
  @Test
  void playingTakesAsLongAsTheSound() throws Exception {
    audio.probe();
    long start = System.nanoTime();
    audio.play(TONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds > 0.75 && seconds < 5, "it took " + seconds + " s");
  }

  @Test
  void aChimeRings() throws Exception {
    new AlsaChime(audio).ring();
  }

  /** Like a card that hangs: a suspended sink accepts what its buffer holds and no more. */
  @Test
  void whatHangsFails() throws Exception {
    sink.run("pactl", "suspend-sink", "speaker", "1");
    var problem = assertThrows(HalException.class, () -> audio.play(new short[2 * Audio.RATE]));
    assertEquals(Kind.FAILED, problem.kind());
    assertEquals("alsa:pulse", problem.where());
    sink.run("pactl", "suspend-sink", "speaker", "0");
    assertTrue(Tone.share(audio.hear(TONE), 1000) > 0.5, "it is found again");
  }

  @Test
  void whatIsGoneIsAbsentAndIsFoundAgain() throws Exception {
    sink.kill();
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, () -> audio.play(TONE)).kind());
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, audio::probe).kind());
    sink.start();
    audio.probe();
    assertTrue(Tone.share(audio.hear(TONE), 1000) > 0.5);
  }

  /** The null device of libasound accepts everything immediately and records silence. */
  @Test
  void aDeviceWithoutAClockIsNoTrap() throws Exception {
    var nothing = new AlsaAudio("null", "null");
    nothing.play(TONE);
    assertEquals(0, Tone.share(nothing.hear(TONE), 1000));
  }
}
