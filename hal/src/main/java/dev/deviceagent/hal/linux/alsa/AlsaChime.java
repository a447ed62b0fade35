package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.Chime;
import dev.deviceagent.hal.HalException;

/** A chime of two notes that a sound card plays. Threads and errors are those of the card. */
public final class AlsaChime implements Chime {
  private final Audio audio;
  private final short[] samples = Bell.samples();

  public AlsaChime(Audio audio) {
    this.audio = audio;
  }

  @Override
  public String where() {
    return audio.where();
  }

  @Override
  public void probe() throws HalException {
    audio.probe();
  }

  /** Blocks until the chime has been played, for somewhat more than a second. */
  @Override
  public void ring() throws HalException {
    audio.play(samples);
  }
}
