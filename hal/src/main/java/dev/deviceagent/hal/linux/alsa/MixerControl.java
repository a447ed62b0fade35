package dev.deviceagent.hal.linux.alsa;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * One control of an open {@link Mixer}: a "simple element", which is a volume and a switch under
 * one name. The getters return what was last read from the card.
 */
final class MixerControl {
  /** alsa/mixer.h: SND_MIXER_SCHN_LAST + 1. */
  private static final int CHANNELS = 32;

  private final Alsa alsa;
  private final MemorySegment element;
  private final MemorySegment answers;

  /**
   * @param answers memory for the results of functions, two longs
   */
  MixerControl(Alsa alsa, MemorySegment element, MemorySegment answers) {
    this.alsa = alsa;
    this.element = element;
    this.answers = answers;
  }

  /**
   * The name that {@code amixer} shows; a second control of the same name is {@code Headphone,1}.
   */
  String name() throws AlsaError {
    var name = Alsa.text(alsa.name.at(element));
    int index = alsa.index.call(element);
    return index == 0 ? name : name + "," + index;
  }

  boolean can(Ability ability) throws AlsaError {
    var has =
        switch (ability) {
          case PLAYBACK_VOLUME -> alsa.hasVolume;
          case CAPTURE_SWITCH -> alsa.hasCaptureSwitch;
        };
    return has.call(element) == 1;
  }

  /**
   * Returns the volume of the loudest channel that is not switched off, 0 to 100. Other programs
   * may have set the channels to different volumes; this one never does.
   */
  int percent() throws AlsaError {
    boolean hasSwitch = alsa.hasSwitch.call(element) == 1;
    boolean audible = false;
    long loudest = Long.MIN_VALUE;
    for (int channel = 0; channel < CHANNELS; channel++) {
      if (alsa.hasChannel.call(element, channel) == 1
          && (!hasSwitch || isOn(alsa.getSwitch, channel))) {
        alsa.getVolume.call(element, channel, answers);
        loudest = Math.max(loudest, answers.getAtIndex(JAVA_LONG, 0));
        audible = true;
      }
    }
    return audible ? scale().percent(loudest) : 0;
  }

  /**
   * Sets all channels to a volume. At 0, also switches the control off, if it has a switch. Because
   * of the order of the steps, the sound is never louder than before or after.
   *
   * @param percent 0 to 100
   */
  void setPercent(int percent) throws AlsaError {
    boolean hasSwitch = alsa.hasSwitch.call(element) == 1;
    if (hasSwitch && percent == 0) {
      alsa.setSwitch.call(element, 0);
    }
    alsa.setVolume.call(element, scale().step(percent));
    if (hasSwitch && percent > 0) {
      alsa.setSwitch.call(element, 1);
    }
  }

  /** Whether any channel captures sound. */
  boolean isCapturing() throws AlsaError {
    for (int channel = 0; channel < CHANNELS; channel++) {
      if (alsa.hasCaptureChannel.call(element, channel) == 1
          && isOn(alsa.getCaptureSwitch, channel)) {
        return true;
      }
    }
    return false;
  }

  /** Makes all channels capture sound, or none. */
  void setCapturing(boolean capturing) throws AlsaError {
    alsa.setCaptureSwitch.call(element, capturing ? 1 : 0);
  }

  private boolean isOn(Alsa.Function getter, int channel) throws AlsaError {
    getter.call(element, channel, answers);
    return answers.get(JAVA_INT, 0) != 0;
  }

  private VolumeScale scale() throws AlsaError {
    var second = answers.asSlice(JAVA_LONG.byteSize());
    alsa.volumeRange.call(element, answers, second);
    long lowest = answers.getAtIndex(JAVA_LONG, 0);
    long highest = answers.getAtIndex(JAVA_LONG, 1);
    try {
      alsa.decibelRange.call(element, answers, second);
    } catch (AlsaError e) {
      return VolumeScale.linear(lowest, highest); // without decibels the call fails
    }
    return VolumeScale.decibels(
        lowest,
        highest,
        answers.getAtIndex(JAVA_LONG, 0),
        answers.getAtIndex(JAVA_LONG, 1),
        step -> {
          alsa.decibels.call(element, step, answers);
          return answers.getAtIndex(JAVA_LONG, 0);
        });
  }
}
