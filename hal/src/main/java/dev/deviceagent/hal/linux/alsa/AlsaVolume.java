package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Volume;
import org.jspecify.annotations.Nullable;

/**
 * The volume of a sound card, through ALSA's mixer. Any call may come from any thread. A card that
 * is not there is looked for at every call, and every call may block for as long as its driver, or
 * a sound server behind it, takes.
 */
public final class AlsaVolume implements Volume, AutoCloseable {
  private final AlsaDevice device;

  /**
   * Opens nothing yet.
   *
   * @param card its id or name in {@code /proc/asound/cards}, never its number, which changes; or
   *     any control device of ALSA's, such as {@code default} or {@code pulse}
   * @param control as {@code amixer scontrols} shows it; a second one of the same name is {@code
   *     Headphone,1}. Null: Master, Speaker, Headphone, PCM, Digital or Playback, the first of
   *     these that has a volume, or else the first that has one
   */
  public AlsaVolume(String card, @Nullable String control) {
    device = new AlsaDevice(card, control, Ability.PLAYBACK_VOLUME);
  }

  @Override
  public String where() {
    return device.where();
  }

  /**
   * 0 while it is switched off; else that of the loudest channel, as alsamixer counts.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code UNSUPPORTED}, or {@code FAILED}
   */
  @Override
  public int percent() throws HalException {
    return device.ask(MixerControl::percent);
  }

  /**
   * Sets all channels to the nearest step that the hardware has, and switches them on; or off at 0.
   *
   * @param percent 0 to 100
   * @throws HalException as {@link #percent()}
   */
  @Override
  public void set(int percent) throws HalException {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a volume is 0 to 100, and not " + percent);
    }
    device.change(control -> control.setPercent(percent));
  }

  /** Lets go of the card; another call would open it again. */
  @Override
  public void close() {
    device.close();
  }
}
