package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.Audio;
import dev.deviceagent.hal.HalException;

/**
 * A loudspeaker in front of a microphone. It makes no sound, so a call does not take the sound's
 * time.
 */
final class SimAudio extends SimDevice implements Audio {
  private final SimVolume volume;
  private final SimMicrophone microphone;

  SimAudio(SimVolume volume, SimMicrophone microphone, SimBoard.Pause pause) {
    super("audio", pause);
    this.volume = volume;
    this.microphone = microphone;
  }

  @Override
  public void play(short[] samples) throws HalException {
    begin();
  }

  @Override
  public short[] hear(short[] samples) throws HalException {
    begin();
    return microphone.isOpen() && volume.percent() > 0
        ? samples.clone()
        : new short[samples.length];
  }
}
