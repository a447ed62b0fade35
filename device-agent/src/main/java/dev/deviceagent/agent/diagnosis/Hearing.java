package dev.deviceagent.agent.diagnosis;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Board;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import dev.deviceagent.hal.Tone;
import java.time.Duration;

/** Checks that a speaker hears itself, and hears nothing when its microphone is shut. */
record Hearing(Board board, Audio audio) {
  private static final int TONE_HERTZ = 1000;
  private static final Duration TONE = Duration.ofMillis(800);
  private static final double TONE_LEVEL = 0.5;
  private static final int TONE_VOLUME = 60;

  /**
   * The least share of sound energy at the tone's frequency that counts as heard. Room noise has
   * almost none there; the tone has almost all.
   */
  private static final double HEARD = 0.2;

  /**
   * Plays a tone and listens. If the microphone has a switch, repeats this with the switch shut.
   */
  String listen() throws HalException {
    var tone = Tone.sine(TONE_HERTZ, TONE, TONE_LEVEL);
    var microphone = board.microphone();
    var volume = board.volume();
    int before = volume.isPresent() ? volume.get().percent() : 0;
    try {
      if (volume.isPresent()) {
        volume.get().set(TONE_VOLUME);
      }
      if (microphone.isPresent()) {
        microphone.get().open();
      }
      double open = Tone.share(audio.hear(tone), TONE_HERTZ);
      if (open < HEARD) {
        throw Selftest.failed(
            audio.where(),
            "the microphone did not hear the tone: it is only %.0f %% of the sound"
                .formatted(100 * open));
      }
      if (microphone.isEmpty()) {
        return "a tone was played and heard; the microphone has no switch";
      }
      return shut(microphone.get(), audio, tone);
    } finally {
      if (microphone.isPresent()) {
        microphone.get().shut();
      }
      if (volume.isPresent()) {
        volume.get().set(before);
      }
    }
  }

  private static String shut(Microphone microphone, Audio audio, short[] tone) throws HalException {
    microphone.shut();
    double shut = Tone.share(audio.hear(tone), TONE_HERTZ);
    if (shut >= HEARD) {
      throw Selftest.failed(microphone.where(), "is shut, but the tone was still heard");
    }
    return "a tone was heard, and was not heard with the microphone shut";
  }
}
