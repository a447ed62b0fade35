package dev.deviceagent.hal.linux.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of libasound that play and record ({@code alsa/pcm.h}). They are separate from
 * those of the mixer, since linking takes some milliseconds and many speakers need only one of the
 * two.
 */
final class PcmFunctions {
  /** alsa/pcm.h: SND_PCM_STREAM_PLAYBACK, SND_PCM_STREAM_CAPTURE. */
  static final int PLAYBACK = 0;

  static final int CAPTURE = 1;

  /** Opening and moving do not wait, and closing does not play to the end. */
  static final int NONBLOCK = 1;

  /** Frames in sequence, with all channels of a frame together. */
  static final int RW_INTERLEAVED = 3;

  static final int S16_LE = 2;
  static final int S16_BE = 3;

  final Alsa.Function open;
  final Alsa.Function setParameters;
  final Alsa.Function getParameters;
  final Alsa.Function start;
  final Alsa.Function prepare;
  final Alsa.Function close;
  final Alsa.Function await;
  final Alsa.Function write;
  final Alsa.Function read;

  PcmFunctions(Alsa alsa) {
    open = alsa.integer("snd_pcm_open", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
    setParameters =
        alsa.integer(
            "snd_pcm_set_params",
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    getParameters = alsa.integer("snd_pcm_get_params", ADDRESS, ADDRESS, ADDRESS);
    start = alsa.integer("snd_pcm_start", ADDRESS);
    prepare = alsa.integer("snd_pcm_prepare", ADDRESS);
    close = alsa.integer("snd_pcm_close", ADDRESS);
    await = alsa.integer("snd_pcm_wait", ADDRESS, JAVA_INT);
    write = alsa.number("snd_pcm_writei", ADDRESS, ADDRESS, JAVA_LONG);
    read = alsa.number("snd_pcm_readi", ADDRESS, ADDRESS, JAVA_LONG);
  }
}
