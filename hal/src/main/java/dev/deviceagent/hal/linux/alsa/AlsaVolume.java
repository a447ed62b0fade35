package dev.deviceagent.hal.linux.alsa;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Volume;
import org.jspecify.annotations.Nullable;

/**
 * The volume of a sound card, through ALSA's mixer. Any thread. Each call searches for a card that
 * is not there. Each call may block as long as the driver, or a sound server behind it, takes.
 */
public final class AlsaVolume implements Volume, AutoCloseable {
  private final AlsaDevice device;

  /**
   * Opens nothing yet.
   *
   * @param card its id or name in {@code /proc/asound/cards}, never its number, which changes; or
   *     any control device of ALSA, such as {@code default} or {@code pulse}
   * @param control a name that {@code amixer scontrols} lists; a second control of the same name is
   *     {@code Headphone,1}. Null for the first of Master, Speaker, Headphone, PCM, Digital and
   *     Playback with a volume, or else the first control with one
   */
  public AlsaVolume(String card, @Nullable String control) {
    device = new AlsaDevice(card, control, Ability.PLAYBACK_VOLUME);
  }

  @Override
  public String where() {
    return device.where();
  }

  /**
   * Returns 0 while the control is switched off; otherwise the volume of the loudest channel, on
   * alsamixer's scale.
   *
   * @throws HalException {@code ABSENT}, {@code DENIED}, {@code UNSUPPORTED}, or {@code FAILED}
   */
  @Override
  public int percent() throws HalException {
    return device.ask(MixerControl::percent);
  }

  /**
   * Sets all channels to the hardware's nearest step and switches them on, or off at 0.
   *
   * @param percent 0 to 100
   * @throws HalException as {@link #percent()}
   */
  @Override
  public void set(int percent) throws HalException {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("the volume must be from 0 to 100: " + percent);
    }
    device.change(control -> control.setPercent(percent));
  }

  /** Releases the card. Another call would open it again. */
  @Override
  public void close() {
    device.close();
  }
}
